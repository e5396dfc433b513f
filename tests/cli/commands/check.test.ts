import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aRawCase } from '../../builders/cases.ts'
import { temporaryFolder } from '../../builders/temporary-folder.ts'
import { dossier } from '../run-dossier.ts'

const root = await temporaryFolder()

interface Checked {
  readonly ready: boolean
  readonly checklist: readonly Readonly<Record<string, unknown>>[]
  readonly deadlines: readonly {
    readonly code: string
    readonly date?: string
    readonly bounds?: object
    readonly source: Readonly<Record<string, unknown>>
  }[]
  readonly findings: readonly { readonly code: string }[]
}

async function put(name: string, changes: Record<string, unknown>): Promise<void> {
  await mkdir(join(root, name))
  await writeFile(join(root, name, 'case.json'), JSON.stringify(aRawCase(changes)))
}

const notice = {
  manner: 'written',
  office: '示例市人民检察院',
  issuedOn: '2026-11-05',
  receivedOn: '2026-11-10',
  replyDueOn: '2026-11-28',
}

test('the days of a case stand beside its findings, each with its source', async () => {
  await put('one', { notice, userDates: [{ kind: 'reply', on: '2026-11-27' }] })
  const run = await dossier(root, 'check', 'one', '--on', '2026-11-22', '--json')
  const checked = run.json<Checked>()
  expect(Object.keys(checked)).toEqual(['ready', 'checklist', 'deadlines', 'findings'])
  for (const one of checked.deadlines) {
    expect(Object.keys(one)).toEqual(['code', one.date === undefined ? 'bounds' : 'date', 'source'])
  }
  const of = (code: string) => checked.deadlines.find((one) => one.code === code)
  expect(of('notice.reply')).toEqual({
    code: 'notice.reply',
    date: '2026-11-28',
    source: {
      origin: 'named',
      text: '人民检察院刑事诉讼规则',
      article: '第262条',
      inForceFrom: '2019-12-30',
      confidence: 'confirmed',
    },
  })
  expect(of('user.0')).toEqual({ code: 'user.0', date: '2026-11-27', source: { origin: 'set' } })
  expect(of('review.month')).toMatchObject({
    bounds: { earliest: '2026-11-26' },
    source: { origin: 'computed', article: '第172条第1款' },
  })
})

test('in words, as of the day asked for', async () => {
  await put('words', { notice })
  const zh = await dossier(root, 'check', 'words', '--on', '2026-11-22')
  expect(zh.out).toContain('期限（截至2026-11-22')
  expect(zh.out).toContain('  2026-11-28 · 还有 6 天 · 检察院指定的答复日期 · 办案机关指定')
  expect(zh.out).toContain('  最早2026-11-26（确切日期未知） · 至少还有 4 天 · 检察院作出是否起诉的决定')
  const en = await dossier(root, 'check', 'words', '--on', '2026-11-30', '--lang', 'en')
  expect(en.out).toContain('  2026-11-28 · days past: 2 · Day named by the procuratorate for the answer')
  expect(en.out).toContain('2026-11-26 at the earliest (exact day not known) · any day now')
})

test('the papers stand there too, each with status, need, source and addressee', async () => {
  await put('own-papers', {
    notice,
    ownEntries: [{ code: 'own-usb', title: '另附U盘一份' }],
    checklist: [{ code: 'own-usb', status: 'ready' }],
  })
  const run = await dossier(root, 'check', 'own-papers', '--on', '2026-11-22', '--json')
  const { checklist } = run.json<{ checklist: Readonly<Record<string, unknown>>[] }>()
  const keys = ['code', 'title', 'need', 'status', 'source', 'article', 'confidence', 'addressee']
  for (const row of checklist) expect(Object.keys(row).slice(0, 8)).toEqual(keys)
  expect(checklist.find(({ code }) => code === 'notice-receipt')).toEqual({
    code: 'notice-receipt',
    title: '告知书的送达回执',
    need: 'required',
    status: 'missing',
    source: '人民检察院刑事诉讼规则',
    article: '第55条第2款',
    confidence: 'confirmed',
    addressee: 'procuratorate',
  })
  // An own entry claims no law.
  expect(checklist.at(-1)).toMatchObject({ code: 'own-usb', status: 'ready', source: null, confidence: null })
})

test('what is doubtful in the work on a case is among the findings', async () => {
  const authority = [
    { grantor: '示例有限公司', grantee: '某公司', validFrom: '2026-01-01', validTo: '2026-06-30' },
  ]
  await put('doubtful', { notice, authority })
  const codes = async (...more: string[]) => {
    const run = await dossier(root, 'check', 'doubtful', '--json', ...more)
    return run.json<{ findings: { code: string }[] }>().findings.map(({ code }) => code)
  }
  const found = await codes('--on', '2026-11-22')
  expect(found).toContain('authority.expired')
  expect(found).not.toContain('case.date-ahead')
  const earlier = await codes('--on', '2026-03-01')
  expect(earlier).not.toContain('authority.expired')
  // The notice had not come then.
  expect(earlier).toContain('case.date-ahead')
})

test('a file of holidays moves the days of a further year', async () => {
  await put('moved', { notice, milestones: [{ kind: 'not-prosecuted', on: '2027-02-27' }] })
  const days = async (...more: string[]) => {
    const run = await dossier(root, 'check', 'moved', '--json', ...more)
    return run.json<Checked>().deadlines.find(({ code }) => code === 'not-prosecuted.appeal')?.date
  }
  expect(await days()).toBe('2027-03-06')
  const source = { text: '放假安排', issuedOn: '2026-11-01', confidence: 'confirmed' }
  const years = [{ year: 2027, off: [], worked: [], source }]
  const file = { format: 'rights-dossier/holidays', version: 1, years }
  await writeFile(join(root, 'holidays.json'), JSON.stringify(file))
  expect(await days('--holidays', 'holidays.json')).toBe('2027-03-08')
  await writeFile(join(root, 'wrong.json'), JSON.stringify({ ...file, years: [...years, ...years] }))
  const wrong = await dossier(root, 'check', 'moved', '--holidays', 'wrong.json', '--json')
  expect([wrong.code, wrong.json<{ error: string }>().error]).toEqual([1, 'holidays.refused'])
  expect(wrong.err).toContain('重复的年份')
  const absent = await dossier(root, 'check', 'moved', '--holidays', 'absent.json', '--json')
  expect(absent.json<{ error: string }>().error).toBe('holidays.unreadable')
})

test('a case that cannot be read has no days', async () => {
  await mkdir(join(root, 'broken'))
  await writeFile(join(root, 'broken', 'case.json'), '{')
  const run = await dossier(root, 'check', 'broken', '--json')
  expect([run.code, run.json<Checked>().deadlines]).toEqual([1, []])
})

test('the papers of a case stand beside its days, each with need, status, source and addressee', async () => {
  const checklist = [
    { code: 'business-licence@holder', status: 'ready' },
    { code: 'comparison-photos', status: 'draft' },
  ]
  const ownEntries = [{ code: 'own-set', title: '另备一份', need: 'recommended' }]
  const agents = [{ name: '王示范', kind: 'lawyer', actsFor: ['holder'] }]
  await put('papers', { notice, checklist, ownEntries, agents, claims: ['asset-preservation'] })
  const run = await dossier(root, 'check', 'papers', '--on', '2026-11-22', '--json')
  const checked = run.json<Checked>()
  const of = (code: string) => checked.checklist.find((row) => row['code'] === code)
  expect(checked.checklist[0]).toEqual({
    code: 'notice-receipt',
    title: '告知书的送达回执',
    need: 'required',
    status: 'missing',
    source: '人民检察院刑事诉讼规则',
    article: '第55条第2款',
    confidence: 'confirmed',
    addressee: 'procuratorate',
  })
  expect(of('business-licence@holder')).toMatchObject({
    title: '营业执照副本（示例有限公司）',
    status: 'ready',
    practice: true,
  })
  expect(of('asset-preservation-application')).toMatchObject({ addressee: 'court' })
  expect(of('own-set')).toEqual({
    code: 'own-set',
    title: '另备一份',
    need: 'recommended',
    status: 'missing',
    source: null,
    article: null,
    confidence: null,
    addressee: 'procuratorate',
  })
  expect(checked.findings.map(({ code }) => code)).toContain('agent.licence-missing')
})

test('the papers in words say what is practice', async () => {
  const zh = await dossier(root, 'check', 'papers', '--on', '2026-11-22')
  expect(zh.out).toContain('材料（截至2026-11-22')
  expect(zh.out).toContain('  未提供 · 告知书的送达回执 · 必需 · 人民检察院刑事诉讼规则 第55条第2款')
  expect(zh.out).toContain('  未提供 · 律师事务所函（王示范） · 必需 · 实务：据公开报道和律师文章，无条文')
  expect(zh.out).toContain('  草稿 · 正品与检材对比照片 · 建议')
  expect(zh.out).not.toContain('另备一份')
  const en = await dossier(root, 'check', 'papers', '--on', '2026-11-22', '--lang', 'en')
  expect(en.out).toContain('  ready · business licence (示例有限公司) · required · practice:')
})
