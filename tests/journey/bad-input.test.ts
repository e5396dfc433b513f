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
    expect([early.code, early.json<{ error: string }>().error]).toEqual([1, 'identity.not-yet-valid-then'])
    expect(early.err).toContain('--created-at')
    expect(early.err).not.toContain('电脑时间')
  })

  test('with --force a disc folder is replaced only when nothing foreign lies in it', async () => {
    const target = await aCase([{ file: 'a.pdf' }])
    await aPdf(join(target, 'a.pdf'))
    const again = ['build', 'case', '--out', 'out', '--disc', '--force', '--json']
    expect((await dossier(folder, ...again)).code).toBe(0)
    expect((await dossier(folder, ...again)).code).toBe(0)
    const disc = join(folder, 'out/BAD-1_01_20261122_光盘')
    await writeFile(join(disc, '90_电子卷_请勿改动/data/notes.txt'), 'mine')
    const refused = await dossier(folder, ...again)
    expect([refused.code, refused.json<{ error: string }>().error]).toEqual([1, 'output.foreign'])
    expect(refused.err).toContain('data/notes.txt')
    expect(await readFile(join(disc, '90_电子卷_请勿改动/data/notes.txt'), 'utf8')).toBe('mine')
  })

  test('an output that is a file', async () => {
    const target = await aCase([{ file: 'a.pdf' }])
    await aPdf(join(target, 'a.pdf'))
    await writeFile(join(folder, 'out'), 'keep')
    const run = await dossier(folder, 'build', 'case', '--out', 'out', '--json')
    expect([run.code, run.json<{ error: string }>().error]).toEqual([1, 'output.not-a-folder'])
    expect(await readFile(join(folder, 'out'), 'utf8')).toBe('keep')
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

describe('what check says', () => {
  interface Checked {
    ready: boolean
    findings: { code: string; subject: string; file?: string; message: string }[]
  }

  test('everything at once: gaps, a missing file and what the other files show, each with its file', async () => {
    const target = await aCase([{ file: 'gone.pdf' }, { file: 'm/坏的.pdf', purpose: '' }, { file: 'a.pdf' }])
    await mkdir(join(target, 'm'))
    await writeFile(join(target, 'm/坏的.pdf'), '%PDF-1.7\nnothing of use')
    await aPdf(join(target, 'a.pdf'))
    const run = await dossier(folder, 'check', 'case/case.json', '--json')
    expect(run.code).toBe(1)
    const { findings } = run.json<Checked>()
    expect(findings.map(({ code, subject, file }) => [code, subject, file])).toEqual([
      ['field.required', 'groups[0].items[1].purpose', 'm/坏的.pdf'],
      ['file.missing', 'groups[0].items[0].file', 'gone.pdf'],
      ['pdf.unreadable', 'E002', 'm/坏的.pdf'],
    ])
    expect(run.err).toContain('“E002（m/坏的.pdf）”')
    expect(run.err).toContain('groups[0].items[1].purpose（E002 m/坏的.pdf）：')
    expect(run.err).toContain('groups[0].items[0].file（E001）：找不到文件“gone.pdf”')
  })

  test('blanks of one kind share a line; a draft only counts them', async () => {
    const names = Array.from({ length: 20 }, (_, i) => `f${i + 1}.txt`)
    const target = await aCase(names.map((file) => ({ file, kind: '', source: '' })))
    for (const name of names) await writeFile(join(target, name), name)
    const run = await dossier(folder, 'check', 'case')
    const gaps = run.err.split('\n').filter((line) => line.includes('尚未填写'))
    expect(gaps).toHaveLength(2)
    expect(gaps[0]).toContain('groups[].items[].kind：20 处')
    expect(gaps[0]).toContain('groups[0].items[2].kind（E003 f3.txt）')
    expect(gaps[0]).not.toContain('items[3]')
    const draft = await dossier(folder, 'build', 'case', '--out', 'out', '--draft')
    expect(draft.code, draft.err).toBe(0)
    expect(draft.out).toContain('草稿：40 处空缺')
    expect(draft.err).not.toContain('尚未填写')
  })

  test('a file name cannot steer the terminal', async () => {
    const evil = 'a\u001b[2Jb\u202efdp.txt'
    const target = await aCase([{ file: evil }])
    await writeFile(join(target, evil), 'x')
    await writeFile(join(target, 'not\nlisted'), 'x')
    const run = await dossier(folder, 'check', 'case')
    expect(run.out + run.err).not.toMatch(/[\u001b\u202e]/)
    expect(run.err).toContain('（a\\x1b[2Jb\\u202efdp.txt）')
    expect(run.err).toContain('“not\\x0alisted”')
    const hashed = await dossier(target, 'hash', evil)
    expect(hashed.out).toContain('\\x1b[2J')
    const absent = await dossier(folder, 'verify', '\u001b[2J')
    expect(absent.err).not.toContain('\u001b')
    const misused = await dossier(folder, '\u001b[2J')
    expect(misused.err).not.toContain('\u001b')
  })

  test('a time of the bundle that lies ahead is noted, by check and by build', async () => {
    const target = await aCase([{ file: 'a.pdf' }], { createdAt: '2999-01-01T00:00:00Z' })
    await aPdf(join(target, 'a.pdf'))
    const checked = await dossier(folder, 'check', 'case', '--json')
    expect(checked.json<Checked>().findings.map(({ code }) => code)).toEqual(['case.created-in-future'])
    const built = await dossier(folder, 'build', 'case', '--out', 'out')
    expect(built.code).toBe(0)
    expect(built.err).toContain('2999-01-01T00:00:00Z')
    const index = await readFile(join(folder, 'out', 'BAD-1_01_29990101.zip'))
    expect(index.includes('created-in-future')).toBe(false)
  })
})

test('verify says the time of Beijing first, and gives programs UTC to the second', async () => {
  const target = await aCase([{ file: 'a.pdf' }])
  await aPdf(join(target, 'a.pdf'))
  await dossier(folder, 'build', 'case', '--out', 'out')
  const run = await dossier(folder, 'verify', 'out/BAD-1_01_20261122.zip')
  expect(run.out).toContain('北京时间 2026-11-22 14:00（UTC 2026-11-22T06:00:00Z）')
  const json = await dossier(folder, 'verify', 'out/BAD-1_01_20261122.zip', '--json')
  expect(json.json<{ signedAt: string }>().signedAt).toBe('2026-11-22T06:00:00Z')
})

test.each([
  [['build'], '缺少 <案件文件夹>。'],
  [['build', 'case'], '缺少 --out <文件夹>。'],
  [['check', 'case', '--colour'], '没有“--colour”这个选项'],
  [['identity', 'new', '--name', ''], '选项“--name”的内容是空的'],
  [
    ['identity', 'new', '--name', 'x', '--out', 'i', '--key', 'dsa'],
    '选项“--key”的内容不对。请写成：rsa 或 ec。',
  ],
  [['--lang', 'en', 'build'], 'Missing: <case folder>.'],
])('dossier %j is answered in the language of the person', async (args, said) => {
  const run = await dossier(folder, ...args)
  expect(run.code).toBe(2)
  expect(run.err).toContain(said)
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
    // Before the program is up, the signal itself ends it.
    else expect([1, -1]).toContain(run.code)
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
