import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { Failure } from '../../../src/shared/contract/failure.ts'
import type { Finding } from '../../../src/shared/contract/finding.ts'
import { caseJson } from '../../../src/shared/domain/case-json.ts'
import { CaseRecord } from '../../../src/shared/domain/case-record.ts'
import { caseFoldersIn } from '../../../src/renderer/case-folder/case-folder-files.ts'
import { inspectCaseFolder } from '../../../src/renderer/case-folder/inspect-case-folder.ts'
import {
  openCaseFolder,
  type OpenCaseFolderPorts,
} from '../../../src/renderer/case-folder/open-case-folder.ts'
import { caseFolderName, saveCaseFolder } from '../../../src/renderer/case-folder/save-case-folder.ts'
import type { PickedFile } from '../../../src/renderer/platform/platform.ts'
import type { MemoryVault } from '../../../src/renderer/register/memory-vault.ts'
import { temporaryFolder } from '../../builders/temporary-folder.ts'
import { dossier } from '../../cli/run-dossier.ts'
import { diskFolder, pickedFrom, quietJob, registerInMemory } from './case-folder-ports.ts'

let folder: string
beforeAll(async () => {
  folder = await temporaryFolder()
})

async function openPicked(
  picked: readonly PickedFile[],
  ports: OpenCaseFolderPorts,
  job = quietJob(),
): Promise<{ readonly caseId: string; readonly findings: readonly Finding[] } | undefined> {
  const [found] = caseFoldersIn(picked)
  const inspected = await inspectCaseFolder(found!)
  if (!inspected.ok) throw new Error(JSON.stringify(inspected.findings))
  return openCaseFolder(inspected, ports, job)
}

async function saved(vault: MemoryVault, caseId: string, name: string, job = quietJob()) {
  const found = await vault.register.cases.get(caseId)
  const sink = diskFolder(join(folder, name))
  const result = saveCaseFolder(
    {
      draft: found!.draft,
      items: await vault.register.items.ofCase(caseId),
      contents: vault.register.contents,
      folder: sink,
    },
    job,
  )
  return { sink, result, path: join(folder, name) }
}

const text = (value: unknown) => new File([JSON.stringify(value)], 'case.json')
const plain = (name: string, content: string): PickedFile => ({ path: name, file: new File([content], name) })
const sha256 = (content: string) => createHash('sha256').update(content).digest('hex')

const smallest = (items: readonly object[]) => ({
  format: 'rights-dossier/case-folder',
  version: 1,
  caseCode: 'EX-1',
  notice: { manner: 'none' },
  groups: [{ name: '证据', set: 'evidence', items }],
})

describe('a case folder', () => {
  test('the sample, opened and saved, holds the same case; the command line checks and builds it', async () => {
    const { vault, ports } = await registerInMemory()
    const opened = await openPicked(
      await pickedFrom(join(process.cwd(), 'resources/sample'), 'sample'),
      ports,
    )
    expect(opened!.findings).toEqual([])
    const first = await saved(vault, opened!.caseId, 'first')
    expect((await first.result).findings).toEqual([])
    expect(first.sink.ended).toBe('committed')
    const before = CaseRecord.parse(JSON.parse(await readFile('resources/sample/case.json', 'utf8')))
    const written = await readFile(join(first.path, 'case.json'), 'utf8')
    const after = CaseRecord.parse(JSON.parse(written))
    const withoutFiles = (record: CaseRecord) => ({
      ...record,
      groups: record.groups.map((group) => ({
        ...group,
        items: group.items.map((item) => ({ ...item, file: '', sha256: '' })),
      })),
    })
    expect(withoutFiles(after)).toEqual(withoutFiles(before))
    for (const item of after.groups.flatMap((group) => group.items)) {
      const bytes = await readFile(join(first.path, item.file))
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(item.sha256)
    }
    // Saved once more, nothing changes any more.
    const again = await openPicked(await pickedFrom(first.path, 'first'), ports)
    const second = await saved(vault, again!.caseId, 'second')
    await second.result
    expect(await readFile(join(second.path, 'case.json'), 'utf8')).toBe(written)
    const checked = await dossier(folder, 'check', 'first', '--json')
    expect(checked.json<{ ready: boolean }>().ready).toBe(true)
    const built = await dossier(folder, 'build', 'first', '--out', 'built', '--json')
    expect(built.code, built.err).toBe(0)
    vault.close()
  })

  test('is found below whatever was dropped, several of them too', () => {
    const picked = ['a/b/case.json', 'a/b/x.pdf', 'a/b/inner/case.json', 'c/case.json', 'loose.pdf'].map(
      (path) => plain(path, ''),
    )
    expect(caseFoldersIn(picked).map(({ name, files }) => [name, [...files.keys()]])).toEqual([
      ['c', ['case.json']],
      ['b', ['case.json', 'x.pdf', 'inner/case.json']],
    ])
    expect(caseFoldersIn([plain('x.pdf', '')])).toEqual([])
  })

  test('that is refused stores nothing and says everything that is wrong', async () => {
    const broken = { path: 'f/case.json', file: new File(['{"a":'], 'case.json') }
    const inspect = async (picked: PickedFile) => inspectCaseFolder(caseFoldersIn([picked])[0]!)
    expect(await inspect(broken)).toMatchObject({ ok: false, findings: [{ code: 'case.not-json' }] })
    const wrong = { ...smallest([]), secret: 1, caseCode: 'not a code' }
    const refused = await inspect({ path: 'f/case.json', file: text(wrong) })
    expect(refused).toMatchObject({ ok: false })
    const codes = 'findings' in refused ? refused.findings.map(({ code }) => code).sort() : []
    expect(codes).toEqual(['case.bad-code', 'case.unknown-key'])
  })

  test('names missing, escaping, changed and unlisted files; the person decides', async () => {
    const { vault, ports } = await registerInMemory()
    const record = smallest([
      { file: 'there.txt', name: 'there', sha256: sha256('there') },
      { file: 'changed.txt', name: 'changed', sha256: sha256('as it was') },
      { file: 'gone.txt', name: 'gone' },
      { file: '../outside.txt', name: 'outside' },
    ])
    const picked = [
      { path: 'f/case.json', file: text(record) },
      plain('f/there.txt', 'there'),
      plain('f/changed.txt', 'as it is'),
      plain('f/extra.txt', 'extra'),
      plain('f/README.md', 'read me'),
      plain('f/.hidden/x', ''),
    ]
    const asked: string[][] = []
    const answer = (...answers: boolean[]): OpenCaseFolderPorts => ({
      ...ports,
      goWithout: async (lost) => {
        asked.push(lost.map(({ code }) => code))
        return answers.shift() ?? false
      },
    })
    expect(await openPicked(picked, answer(false))).toBeUndefined()
    expect(await openPicked(picked, answer(true, false))).toBeUndefined()
    expect(await vault.register.cases.summaries()).toEqual([])
    const opened = await openPicked(picked, answer(true, true))
    expect(asked.at(-2)).toEqual(['file.missing', 'file.outside'])
    expect(asked.at(-1)).toEqual(['file.wrong-hash'])
    expect(opened!.findings.map(({ code, subject }) => [code, subject])).toEqual([
      ['file.missing', 'groups[0].items[2].file'],
      ['file.outside', 'groups[0].items[3].file'],
      ['file.wrong-hash', 'groups[0].items[1].file'],
      ['file.not-listed', 'extra.txt'],
    ])
    const items = await vault.register.items.ofCase(opened!.caseId)
    expect(items.map((item) => item.details.name)).toEqual(['there'])
    expect(await vault.register.contents.usage()).toEqual({ count: 1, bytes: 'there'.length })
    vault.close()
  })

  test('finds Chinese and accented names in either Unicode form', async () => {
    const { vault, ports } = await registerInMemory()
    const picked = [
      { path: 'f/case.json', file: text(smallest([{ file: 'caf\u00e9.txt', name: 'a' }])) },
      plain('f/cafe\u0301.txt', 'content'),
    ]
    const opened = await openPicked(picked, ports)
    expect(opened!.findings).toEqual([])
    vault.close()
  })

  test('stopped in the middle leaves no case, and saving leaves no folder', async () => {
    const { vault, ports } = await registerInMemory()
    const items = Array.from({ length: 5 }, (_, i) => ({ file: `${i}.txt`, name: `${i}` }))
    const picked = [
      { path: 'f/case.json', file: text(smallest(items)) },
      ...items.map(({ file }) => plain(`f/${file}`, file)),
    ]
    const stop = new AbortController()
    let seen = 0
    const stopping: OpenCaseFolderPorts = {
      ...ports,
      takeIn: (...given) => {
        if (++seen === 3) stop.abort()
        given[2].signal.throwIfAborted()
        return ports.takeIn(...given)
      },
    }
    await expect(openPicked(picked, stopping, quietJob(stop.signal))).rejects.toMatchObject({
      name: 'AbortError',
    })
    expect(await vault.register.cases.summaries()).toEqual([])
    expect(await vault.register.contents.usage()).toEqual({ count: 0, bytes: 0 })
    const opened = await openPicked(picked, ports)
    const stopSaving = new AbortController()
    const job = { ...quietJob(stopSaving.signal), report: () => stopSaving.abort() }
    const stopped = await saved(vault, opened!.caseId, 'stopped', job)
    await expect(stopped.result).rejects.toMatchObject({ name: 'AbortError' })
    expect(existsSync(stopped.path)).toBe(false)
    vault.close()
  })

  test('whose items cannot be stored leaves no case; one that opens has nothing to undo', async () => {
    const { vault, ports } = await registerInMemory()
    const picked = [
      { path: 'f/case.json', file: text(smallest([{ file: 'a.txt', name: 'paper' }])) },
      plain('f/a.txt', 'a'),
    ]
    const losing: OpenCaseFolderPorts = {
      ...ports,
      takeIn: async (...given) => ({ ...(await ports.takeIn(...given)), contentId: 'not there' }),
    }
    await expect(openPicked(picked, losing)).rejects.toMatchObject({ code: 'content.missing' })
    expect(await vault.register.cases.summaries()).toEqual([])
    const { caseId } = (await openPicked(picked, ports))!
    expect(vault.register.history.state(caseId)).toEqual({ undo: undefined, redo: undefined })
    vault.close()
  })

  test('a trashed item is not saved; text that is not valid yet is, and told', async () => {
    const { vault, ports } = await registerInMemory()
    const items = [
      { file: 'a.txt', name: 'a' },
      { file: 'b.txt', name: 'b' },
    ]
    const picked = [
      { path: 'f/case.json', file: text(smallest(items)) },
      plain('f/a.txt', 'a'),
      plain('f/b.txt', 'b'),
    ]
    const { caseId } = (await openPicked(picked, ports))!
    const [first] = await vault.register.items.ofCase(caseId)
    await vault.register.items.setTrashed(caseId, [first!.id], true)
    await vault.register.cases.edit(caseId, (draft) => ({ ...draft, caseCode: '未定' }), {
      kind: 'case.edit',
    })
    const half = await saved(vault, caseId, 'half')
    expect((await half.result).findings).toMatchObject([{ code: 'case.bad-code', subject: 'caseCode' }])
    const written = JSON.parse(await readFile(join(half.path, 'case.json'), 'utf8')) as CaseRecord
    expect(written.caseCode).toBe('未定')
    expect(written.groups[0]!.items.map((item) => item.name)).toEqual(['b'])
    expect(await readdir(join(half.path, '01_证据'))).toEqual(['b.txt'])
    vault.close()
  })

  test('content that is not what was taken in is not saved', async () => {
    const { vault, ports } = await registerInMemory()
    const picked = [
      { path: 'f/case.json', file: text(smallest([{ file: 'a.txt', name: 'paper' }])) },
      plain('f/a.txt', 'a'),
    ]
    const { caseId } = (await openPicked(picked, ports))!
    const found = await vault.register.cases.get(caseId)
    const sink = diskFolder(join(folder, 'damaged'))
    const other = {
      bytes: 1,
      read: async () => new Uint8Array(1),
      stream: async function* () {
        yield new Uint8Array(1)
      },
    }
    const result = saveCaseFolder(
      {
        draft: found!.draft,
        items: await vault.register.items.ofCase(caseId),
        contents: { open: async () => other },
        folder: sink,
      },
      quietJob(),
    )
    await expect(result).rejects.toEqual(new Failure('content.damaged', { name: 'paper' }))
    expect(sink.ended).toBe('aborted')
    vault.close()
  })

  test('any names of files and groups give names that every system takes, and stay the same', async () => {
    const { placeItems } = await import('../../../src/renderer/case-folder/place-items.ts')
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
      fc.constantFrom(
        'con',
        'NUL.txt',
        'a.jpg',
        'A.JPG',
        'a_2.jpg',
        '...',
        'ä',
        'a\u0308',
        '证据.pdf',
        'x'.repeat(255),
      ),
    )
    fc.assert(
      fc.property(
        fc.array(name, { maxLength: 12 }),
        fc.array(name, { minLength: 1, maxLength: 4 }),
        (names, groups) => {
          const drafts = groups.map((group, i) => ({ id: `g${i}`, name: group }))
          const item = (path: string, i: number) => ({
            id: `i${i}`,
            groupId: `g${i % groups.length}`,
            original: { path } as never,
          })
          const placed = placeItems(drafts, names.map(item))
          const paths = names.map((_, i) => placed.get(`i${i}`)!)
          expect(new Set(paths.map((path) => path.normalize('NFC').toLowerCase())).size).toBe(names.length)
          for (const path of paths) {
            expect(path).toMatch(/^\d\d[^/]*\/[^/]+$/)
            expect(path).not.toMatch(/[<>:"\\|?*\u0000-\u001f]|[. ](\/|$)/u)
            for (const part of path.split('/')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(255)
          }
          const again = placeItems(drafts, paths.map(item))
          expect(paths.map((_, i) => again.get(`i${i}`))).toEqual(paths)
        },
      ),
      { numRuns: 300, seed: 20261122 },
    )
  })

  test('case.json does not depend on the order in which keys were filled in', () => {
    const record = CaseRecord.parse(
      smallest([{ file: 'a', name: 'n', remarks: 'r', collected: { at: '', by: 'x' } }]),
    )
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, inner]) => [key, reversed(inner)]),
            )
          : value
    expect(caseJson(reversed(record) as CaseRecord)).toBe(caseJson(record))
    expect(caseJson(record)).toMatch(/^\{\n {2}"format": "rights-dossier\/case-folder",\n {2}"version": 1,\n/)
  })

  test('proposes a folder name', () => {
    expect(caseFolderName({ caseCode: 'EX-1', brand: '示例/泉' })).toBe('EX-1_示例_泉')
    expect(caseFolderName({ caseCode: '', brand: '' })).toBe('case')
  })
})
