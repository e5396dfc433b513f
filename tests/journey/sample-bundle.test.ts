import { execFileSync } from 'node:child_process'
import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { dossier, type DossierRun } from '../cli/run-dossier.ts'
import { hasTool } from '../judges.ts'
import { DossierIndex } from '../../src/shared/domain/dossier-index.ts'

interface Built {
  readonly pdf: { readonly name: string; readonly pages: number }
  readonly zip: { readonly name: string; readonly sha256: string }
  readonly handOver: string
  readonly discFolder: string
}
interface Verdict {
  readonly integrity: string
  readonly signer: string
  readonly time: string
  readonly findings: { readonly code: string; readonly severity: string; readonly subject: string }[]
}

const folder = await temporaryFolder()
const at = (...parts: string[]) => join(folder, ...parts)
let run: DossierRun
let built: Built

beforeAll(async () => {
  expect((await dossier(folder, 'sample', 'case')).code).toBe(0)
  await writeFile(at('pass.txt'), '\ufeff示例口令 2026\n')
  const made = await dossier(
    folder,
    'identity',
    'new',
    '--name',
    '王示范',
    '--out',
    'id.p12',
    '--passphrase-file',
    'pass.txt',
  )
  expect(made.code, made.err).toBe(0)
  run = await dossier(
    folder,
    ...[
      'build',
      'case',
      '--out',
      'out',
      '--disc',
      '--json',
      '--identity',
      'id.p12',
      '--passphrase-file',
      'pass.txt',
    ],
    ...['--created-at', new Date().toISOString()],
  )
  expect(run.code, run.err).toBe(0)
  built = run.json<Built>()
})

const sh = (command: string, cwd: string) =>
  execFileSync('sh', ['-c', command], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

async function unpacked(name: string): Promise<string> {
  const target = at(name)
  sh(`unzip -q "${at('out', built.zip.name)}" -d "${target}"`, folder)
  return target
}

describe('the bundle of the sample case', () => {
  test('is a PDF that pdfsig calls valid and wholly signed', () => {
    if (!hasTool('pdfsig')) return
    const said = sh(`pdfsig -nocert "${at('out', built.pdf.name)}"`, folder)
    expect(said).toContain('Signature is Valid.')
    expect(said).toContain('Total document signed')
    expect(said).toContain('ETSI.CAdES.detached')
  })

  test('is a PDF in which qpdf finds nothing', () => {
    if (!hasTool('qpdf')) return
    expect(sh(`qpdf --check "${at('out', built.pdf.name)}" 2>&1`, folder)).toContain(
      'No syntax or stream encoding errors',
    )
  })

  test('gives back the Chinese of cover and table', () => {
    if (!hasTool('pdftotext')) return
    const text = sh(`pdftotext -l 6 "${at('out', built.pdf.name)}" -`, folder).replace(/\s+/g, '')
    for (const words of [
      '示例市示例区人民检察院',
      '销售假冒注册商标的商品罪',
      '张某某',
      '证据目录',
      '证据种类',
      '示例环球饮品公司',
      '收件回执',
    ]) {
      expect(text).toContain(words)
    }
  })

  test('stamps every page of an item with its number, pages of explanation too', async () => {
    if (!hasTool('pdftotext')) return
    const pages = sh(`pdftotext "${at('out', built.pdf.name)}" -`, folder).split('\f')
    const bag = await unpacked('stamped')
    const index = DossierIndex.parse(JSON.parse(await readFile(join(bag, 'dossier.json'), 'utf8')))
    const sets = index.groups.flatMap(({ set, items }) => items.map((item) => ({ set, item })))
    expect(sets.some(({ item }) => !item.shown)).toBe(true)
    for (const { set, item } of sets) {
      const label = set === 'identity' ? `主体 ${item.number}` : `证据 ${item.number}`
      for (let page = item.firstPage; page <= item.lastPage; page += 1) {
        const stamp = `${label} · 第 ${page} 页 / 共 ${built.pdf.pages} 页`
        expect(pages[page - 1]?.replace(/\s+/g, ' '), stamp).toContain(stamp)
      }
    }
  })

  test('is verified with a report on paper and as data, which is never written over another', async () => {
    const zip = join('out', built.zip.name)
    for (const name of ['report.pdf', 'report.json'])
      expect((await dossier(folder, 'verify', zip, '--report', name)).code).toBe(0)
    const data = JSON.parse(await readFile(at('report.json'), 'utf8')) as { subject: object }
    expect(data).toMatchObject({ format: 'rights-dossier/verification', integrity: 'intact' })
    expect(data.subject).toEqual({ name: built.zip.name, kind: 'file', sha256: built.zip.sha256 })
    if (hasTool('pdftotext'))
      expect(sh(`pdftotext report.pdf -`, folder).replace(/\s+/g, '')).toContain(
        '内容完整：签名之后没有任何改动。',
      )
    const again = await dossier(folder, 'verify', zip, '--report', 'report.pdf')
    expect(again.code).toBe(1)
    expect(again.err).toContain('report.pdf')
    expect((await dossier(folder, 'verify', zip, '--report', 'report.pdf', '--force')).code).toBe(0)
    expect((await dossier(folder, 'verify', zip, '--report', 'report.docx')).code).toBe(2)
  })

  test('unpacks into a valid bag that sha256sum and openssl accept with the printed commands', async () => {
    const bag = await unpacked('unpacked')
    if (!hasTool('openssl')) return
    const guide = await readFile(join(bag, 'VERIFY.txt'), 'utf8')
    expect(guide.startsWith('\ufeff')).toBe(true)
    const linux = guide.slice(guide.indexOf('Linux'))
    const commands = linux.split('\r\n').map((line) => line.trim())
    const sums = commands.filter((line) => line.startsWith('sha256sum -c'))
    const openssl = commands.filter((line) => line.startsWith('openssl cms -verify'))
    expect(sums.length).toBeGreaterThan(0)
    expect(openssl.length).toBeGreaterThan(0)
    for (const command of sums) expect(sh(command, bag)).not.toMatch(/FAILED/)
    for (const command of openssl) {
      const said = sh(`${command} 2>&1`, bag)
      expect(said).toContain(
        command.includes('-cades') ? 'CAdES Verification successful' : 'CMS Verification successful',
      )
    }
    expect(openssl.some((command) => command.includes('-cades'))).toBe(true)

    const index = DossierIndex.parse(JSON.parse(await readFile(join(bag, 'dossier.json'), 'utf8')))
    const commandWith = (words: string) => commands.find((line) => line.includes(words)) ?? 'false'
    expect(sh(commandWith('| sha256sum'), bag)).toBe(`${index.originalsListSha256}  -\n`)
    expect(sh(commandWith('print "EXTRA'), bag)).toBe('')
  })

  test('says the same of every file in dossier.json', async () => {
    const bag = at('unpacked')
    const index = DossierIndex.parse(JSON.parse(await readFile(join(bag, 'dossier.json'), 'utf8')))
    expect(index.pdf.pages).toBe(built.pdf.pages)
    expect(index.draft).toBe(false)
    const manifest = await readFile(join(bag, 'manifest-sha256.txt'), 'utf8')
    const listed = manifest
      .trim()
      .split('\n')
      .map((line) => line.split('  ')) as [string, string][]
    expect(new Map(listed.map(([digest, path]) => [path, digest]))).toEqual(
      new Map(index.files.map((file) => [file.path, file.sha256])),
    )
  })

  test('holds every original byte for byte', async () => {
    const index = DossierIndex.parse(JSON.parse(await readFile(at('unpacked', 'dossier.json'), 'utf8')))
    const record = JSON.parse(await readFile(at('case', 'case.json'), 'utf8')) as {
      groups: { items: { file: string }[] }[]
    }
    for (const { file } of record.groups.flatMap((group) => group.items)) {
      const original = await readFile(at('case', file))
      const entry = index.files.find((indexed) => indexed.originalName === file.split('/').at(-1))
      expect(entry, file).toBeDefined()
      expect((await readFile(at('unpacked', entry?.path ?? ''))).equals(original), file).toBe(true)
    }
  })

  test.each(['pdf', 'zip', 'disc', 'unpacked'])('is verified as intact: %s', async (what) => {
    const path = {
      pdf: join('out', built.pdf.name),
      zip: join('out', built.zip.name),
      disc: join('out', built.discFolder),
      unpacked: 'unpacked',
    }[what]
    const verdict = await dossier(folder, 'verify', path ?? '', '--json')
    expect(verdict.json<Verdict>()).toMatchObject({
      integrity: 'intact',
      signer: 'self-signed',
      time: 'claimed',
    })
    expect(verdict.code).toBe(0)
  })

  test('is trusted with the certificate it carries, compared on paper', async () => {
    const verdict = await dossier(
      folder,
      'verify',
      join('out', built.zip.name),
      '--trust',
      'unpacked/signer.pem.txt',
      '--json',
    )
    expect(verdict.json<Verdict>()).toMatchObject({ integrity: 'intact', signer: 'trusted' })
  })
})

describe('a bundle that was tampered with', () => {
  const changes: Record<string, (bag: string, path: string) => Promise<string>> = {
    flipped: async (bag, path) => {
      const bytes = await readFile(join(bag, path))
      const middle = Math.floor(bytes.length / 2)
      bytes[middle] = (bytes[middle] ?? 0) ^ 1
      await writeFile(join(bag, path), bytes)
      return path
    },
    removed: async (bag, path) => {
      await rm(join(bag, path))
      return path
    },
    renamed: async (bag, path) => {
      await rename(join(bag, path), join(bag, path + 'x'))
      return path
    },
    added: async (bag) => {
      await writeFile(join(bag, 'data', 'added.txt'), 'x')
      return 'data/added.txt'
    },
  }

  test.each(Object.keys(changes))(
    'is refused when a file is %s, and the file is named',
    async (kind) => {
      const bag = at('unpacked')
      const files = (await readdir(bag, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(bag.length + 1))
      const victims = kind === 'added' ? ['-'] : files.filter((_, index) => index % 4 === 0 || index < 8)
      for (const victim of victims) {
        const copy = at(`tampered-${kind}`)
        await cp(bag, copy, { recursive: true })
        const path = (await changes[kind]?.(copy, victim)) ?? ''
        const verdict = await dossier(folder, 'verify', copy, '--json')
        expect(verdict.code, `${kind} ${victim}`).toBe(3)
        const said = verdict.json<Verdict>().findings.filter((found) => found.severity === 'error')
        expect(JSON.stringify(said), `${kind} ${victim}`).toContain(path)
        await rm(copy, { recursive: true })
      }
    },
    300_000,
  )

  test('names the file of a ZIP in which one byte of an original was changed', async () => {
    const bytes = await readFile(at('out', built.zip.name))
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 0x10
    await writeFile(at('flipped.zip'), bytes)
    const verdict = await dossier(folder, 'verify', 'flipped.zip', '--json')
    expect(verdict.code).toBe(3)
    expect(verdict.json<Verdict>().findings.some((found) => found.subject.startsWith('data/'))).toBe(true)
  })

  test('a disc folder is refused when a file on top of it is changed or added', async () => {
    const disc = at('out', built.discFolder)
    for (const name of await readdir(disc)) {
      if (name.startsWith('90_')) continue
      const copy = at('tampered-disc')
      await cp(disc, copy, { recursive: true })
      await writeFile(join(copy, name), Buffer.concat([await readFile(join(copy, name)), Buffer.from(' ')]))
      const verdict = await dossier(folder, 'verify', copy, '--json')
      expect(verdict.code, name).toBe(3)
      expect(verdict.json<Verdict>().findings).toContainEqual(
        expect.objectContaining({ severity: 'error', subject: name }),
      )
      await rm(copy, { recursive: true })
    }
  })

  test('system litter in an unpacked folder is a warning only', async () => {
    const copy = at('littered')
    await cp(at('unpacked'), copy, { recursive: true })
    await writeFile(join(copy, '.DS_Store'), 'x')
    await writeFile(join(copy, 'data', 'Thumbs.db'), 'x')
    const verdict = await dossier(folder, 'verify', copy, '--json')
    expect(verdict.code).toBe(0)
    expect(
      verdict.json<Verdict>().findings.filter((found) => found.severity === 'warning').length,
    ).toBeGreaterThanOrEqual(2)
  })
})
