import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { beforeEach, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { dossier, startDossier } from '../cli/run-dossier.ts'

const root = await temporaryFolder()
let count = 0
let folder: string

beforeEach(async () => {
  count += 1
  folder = join(root, String(count))
  await mkdir(folder)
})

interface Item {
  file: string
  [key: string]: unknown
}

async function aCase(items: readonly Item[], changes: Record<string, unknown> = {}): Promise<string> {
  const target = join(folder, 'case')
  await mkdir(target, { recursive: true })
  const filled = items.map((item) => ({
    name: '材料',
    kind: 'documentary',
    source: '自存',
    purpose: '证明',
    form: 'copy',
    ...item,
  }))
  await writeFile(
    join(target, 'case.json'),
    JSON.stringify({
      format: 'rights-dossier/case-folder',
      version: 1,
      caseCode: 'BAD-1',
      createdAt: '2026-11-22T06:00:00Z',
      notice: { manner: 'telephone', office: '示例检察院', receivedOn: '2026-11-20' },
      suspects: [{ name: '某某等' }],
      crimes: ['213'],
      rightHolders: [{ id: 'h', kind: 'individual', nameZh: '示例', phone: '000' }],
      rights: [{ kind: 'copyright', name: '示例作品' }],
      groups: [{ name: '证据', set: 'evidence', items: filled }],
      ...changes,
    }),
  )
  return target
}

async function aPdf(path: string, text = 'page'): Promise<void> {
  const document = await PDFDocument.create()
  document.addPage().drawText(text)
  await writeFile(path, await document.save())
}

const left = async () => (await readdir(folder).catch(() => [])).filter((name) => name !== 'case')

describe('refused with a sentence that names the place, nothing written', () => {
  test.each([
    ['a missing file', { file: 'nowhere.pdf' }, 'nowhere.pdf'],
    ['another content than recorded', { file: 'a.pdf', sha256: '0'.repeat(64) }, 'a.pdf'],
    ['a path that climbs out', { file: '../a.pdf' }, '../a.pdf'],
    ['an absolute path', { file: '/etc/hostname' }, '/etc/hostname'],
    ['a backslash path', { file: 'x\\a.pdf' }, 'x\\a.pdf'],
    ['a character no font has', { file: 'a.pdf', name: '材料\u{1F600}' }, 'U+1F600'],
    ['an unknown key', { file: 'a.pdf', purpsoe: 'x' }, 'purpsoe'],
    ['a blank purpose', { file: 'a.pdf', purpose: '' }, 'groups[0].items[0].purpose'],
    ['a wrong date', { file: 'a.pdf', formedOn: '2026-02-30' }, '2026-02-30'],
  ])('%s', async (_, item, named) => {
    const target = await aCase([item])
    await aPdf(join(target, 'a.pdf'))
    const run = await dossier(folder, 'build', 'case', '--out', 'out')
    expect(run.code).toBe(1)
    expect(run.err).toContain(named)
    expect(await left()).toEqual([])
    expect((await dossier(folder, 'check', 'case')).code).toBe(1)
  })

  test('one file listed twice', async () => {
    const target = await aCase([{ file: 'a.pdf' }, { file: 'a.pdf' }])
    await aPdf(join(target, 'a.pdf'))
    const run = await dossier(folder, 'build', 'case', '--out', 'out')
    expect([run.code, run.err.includes('groups[0].items[1].file')]).toEqual([1, true])
  })

  test('an output that exists already, until --force', async () => {
    const target = await aCase([{ file: 'a.pdf' }])
    await aPdf(join(target, 'a.pdf'))
    expect((await dossier(folder, 'build', 'case', '--out', 'out')).code).toBe(0)
    const before = await readFile(join(folder, 'out', 'BAD-1_01_20261122.zip'))
    const again = await dossier(folder, 'build', 'case', '--out', 'out')
    expect(again.code).toBe(1)
    expect(again.err).toContain('--force')
    expect((await readFile(join(folder, 'out', 'BAD-1_01_20261122.zip'))).equals(before)).toBe(true)
    expect((await dossier(folder, 'build', 'case', '--out', 'out', '--force')).code).toBe(0)
  })

  test('a wrong passphrase, and an identity that is none', async () => {
    const target = await aCase([{ file: 'a.pdf' }])
    await aPdf(join(target, 'a.pdf'))
    await writeFile(join(folder, 'p'), '正确的口令一二三\n')
    await writeFile(join(folder, 'q'), 'wrong wrong\n')
    const made = await dossier(
      folder,
      'identity',
      'new',
      '--name',
      '张三',
      '--key',
      'ec',
      '--out',
      'id.p12',
      '--passphrase-file',
      'p',
    )
    expect(made.code, made.err).toBe(0)
    const wrong = await dossier(
      folder,
      'build',
      'case',
      '--out',
      'out',
      '--identity',
      'id.p12',
      '--passphrase-file',
      'q',
      '--json',
    )
    expect([wrong.code, wrong.json<{ error: string }>().error]).toEqual([1, 'identity.wrong-passphrase'])
    const none = await dossier(
      folder,
      'build',
      'case',
      '--out',
      'out',
      '--identity',
      'p',
      '--passphrase-file',
      'p',
      '--json',
    )
    expect([none.code, none.json<{ error: string }>().error]).toEqual([1, 'identity.unreadable'])
    const early = await dossier(
      folder,
      ...['build', 'case', '--out', 'out', '--identity', 'id.p12', '--passphrase-file', 'p', '--json'],
      ...['--created-at', '2020-01-01T00:00:00Z'],
    )
    expect([early.code, early.json<{ error: string }>().error]).toEqual([1, 'identity.not-yet-valid'])
  })

  test('an output folder below a file', async () => {
    const target = await aCase([{ file: 'a.pdf' }])
    await aPdf(join(target, 'a.pdf'))
    const run = await dossier(folder, 'build', 'case', '--out', 'case/a.pdf/out', '--json')
    expect([run.code, run.json<{ error: string }>().error]).toEqual([1, 'output.unwritable'])
  })

  // Root may write everywhere.
  test.skipIf(process.getuid?.() === 0)('a folder nobody may write to', async () => {
    const target = await aCase([{ file: 'a.pdf' }])
    await aPdf(join(target, 'a.pdf'))
    await mkdir(join(folder, 'locked'))
    await chmod(join(folder, 'locked'), 0o555)
    const run = await dossier(folder, 'build', 'case', '--out', 'locked/out', '--json')
    expect([run.code, run.json<{ error: string }>().error]).toEqual([1, 'output.unwritable'])
  })

  test('misuse ends with 2', async () => {
    for (const args of [
      [],
      ['build'],
      ['build', 'case'],
      ['nonsense'],
      ['check', '--nonsense'],
      ['hash'],
      ['verify'],
    ]) {
      expect((await dossier(folder, ...args)).code, args.join(' ')).toBe(2)
    }
  })
})

describe('built where that is honest, the warning printed, stored and shown', () => {
  test('empty, broken, encrypted and foreign files', async () => {
    const target = await aCase([
      { file: 'a.pdf' },
      { file: 'empty.pdf' },
      { file: 'broken.pdf' },
      { file: 'word.docx' },
      { file: '长'.repeat(60) + '.pdf' },
      { file: 'emoji \u{1F600} name.pdf' },
    ])
    await aPdf(join(target, 'a.pdf'))
    await writeFile(join(target, 'empty.pdf'), '')
    await writeFile(join(target, 'broken.pdf'), '%PDF-1.7\nnothing of use')
    await writeFile(join(target, 'word.docx'), 'PK\u0003\u0004 not really')
    await aPdf(join(target, '长'.repeat(60) + '.pdf'), 'long')
    await aPdf(join(target, 'emoji \u{1F600} name.pdf'), 'emoji')
    const run = await dossier(folder, 'build', 'case', '--out', 'out', '--json')
    expect(run.code, run.err).toBe(0)
    const codes = run.json<{ findings: { code: string; subject: string }[] }>().findings
    expect(codes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'file.empty', subject: 'E002' }),
        expect.objectContaining({ code: 'pdf.unreadable', subject: 'E003' }),
        expect.objectContaining({ code: 'file.not-shown', subject: 'E004' }),
      ]),
    )
    expect((await dossier(folder, 'verify', 'out/BAD-1_01_20261122.zip')).code).toBe(0)
  })

  test('a draft with blanks is marked in names, on pages and in the container', async () => {
    const target = await aCase([{ file: 'a.pdf', purpose: '' }], { crimes: [] })
    await aPdf(join(target, 'a.pdf'))
    const run = await dossier(folder, 'build', 'case', '--out', 'out', '--draft', '--json')
    expect(run.code, run.err).toBe(0)
    expect(run.json<{ draft: boolean }>().draft).toBe(true)
    expect((await readdir(join(folder, 'out'))).every((name) => name.includes('DRAFT'))).toBe(true)
  })
})

test('Ctrl-C leaves nothing half-made', async () => {
  const target = await aCase(Array.from({ length: 30 }, (_, i) => ({ file: `f${i}.bin` })))
  const bytes = Buffer.alloc(4_000_000)
  for (let i = 0; i < 30; i++) await writeFile(join(target, `f${i}.bin`), bytes.fill(i + 1))
  for (const delay of [300, 900, 1500]) {
    const { child, finished } = startDossier(folder, ['build', 'case', '--out', 'out'])
    setTimeout(() => child.kill('SIGINT'), delay)
    const run = await finished
    if (run.code === 0) await rm(join(folder, 'out'), { recursive: true })
    else expect(run.code).toBe(1)
    expect(await left()).toEqual([])
  }
})

test('the same plan, originals and RSA identity give the same bytes', async () => {
  const target = await aCase([{ file: 'a.pdf' }, { file: 'b.txt' }])
  await aPdf(join(target, 'a.pdf'))
  await writeFile(join(target, 'b.txt'), '文本\n'.repeat(1000))
  await writeFile(join(folder, 'p'), 'long enough\n')
  await dossier(folder, 'identity', 'new', '--name', '张三', '--out', 'id.p12', '--passphrase-file', 'p')
  const identity = [
    '--identity',
    'id.p12',
    '--passphrase-file',
    'p',
    '--created-at',
    new Date().toISOString(),
  ]
  for (const out of ['one', 'two']) {
    const run = await dossier(folder, 'build', 'case', '--out', out, ...identity)
    expect(run.code, run.err).toBe(0)
  }
  for (const name of await readdir(join(folder, 'one'))) {
    const [first, second] = await Promise.all(['one', 'two'].map((out) => readFile(join(folder, out, name))))
    expect(first?.equals(second ?? Buffer.alloc(0)), name).toBe(true)
  }
})
