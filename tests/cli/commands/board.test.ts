import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { aRawCase } from '../../builders/cases.ts'
import { temporaryFolder } from '../../builders/temporary-folder.ts'
import { dossier } from '../run-dossier.ts'

const root = await temporaryFolder()
const notice = {
  manner: 'written',
  office: '甲市人民检察院',
  receivedOn: '2026-11-10',
  receiptReturnedOn: '2026-11-11',
}

async function put(path: string, content: unknown): Promise<void> {
  await mkdir(join(root, path), { recursive: true })
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  await writeFile(join(root, path, 'case.json'), text)
}

beforeAll(async () => {
  await put(
    'cases/10 later',
    aRawCase({ caseCode: 'LATER', brand: '乙牌', notice: { ...notice, replyDueOn: '2026-12-05' } }),
  )
  await put(
    'cases/2 overdue',
    aRawCase({ caseCode: 'OVERDUE', brand: '甲牌', notice: { ...notice, replyDueOn: '2026-11-20' } }),
  )
  await put(
    'cases/3 police',
    aRawCase({
      caseCode: 'POLICE',
      stage: 'investigation',
      notice: { manner: 'police' },
      police: { agency: '甲市公安局', dueOn: '2026-11-23' },
    }),
  )
  await put(
    'cases/4 submitted',
    aRawCase({ caseCode: 'DONE', notice, submissions: [{ handedOverOn: '2026-11-15' }] }),
  )
  await put('cases/5 open', aRawCase({ caseCode: 'OPEN', notice }))
  await mkdir(join(root, 'cases/no case'), { recursive: true })
  await put('broken/one', aRawCase({ caseCode: 'ONE', notice }))
  await put('broken/two', '{')
  await put('broken/three', aRawCase({ stage: 'appeal' }))
  await mkdir(join(root, 'empty'))
})

test('the board, most urgent first, in Chinese', async () => {
  const run = await dossier(root, 'board', 'cases', '--on', '2026-11-22')
  expect(run.err).toBe('')
  expect(run.code).toBe(0)
  expect(run.out).toBe(
    [
      '案件看板（截至2026-11-22）：5 件',
      '  已过 2 天 · OVERDUE · 甲牌 · 甲市人民检察院 · 审查起诉 · 答复期限 2026-11-20（检察院指定） · 材料 1/8 · 下一步：补齐材料',
      '  还有 1 天 · POLICE · （未填） · （未填） · 侦查 · 答复期限 2026-11-23（公安机关指定） · 材料 0/7 · 下一步：补齐材料',
      '  还有 13 天 · LATER · 乙牌 · 甲市人民检察院 · 审查起诉 · 答复期限 2026-12-05（检察院指定） · 材料 1/8 · 下一步：补齐材料',
      '  无紧急期限 · OPEN · （未填） · 甲市人民检察院 · 审查起诉 · 未定答复期限 · 材料 1/8 · 下一步：问明答复日期',
      '  无紧急期限 · DONE · （未填） · 甲市人民检察院 · 审查起诉 · 未定答复期限 · 材料 1/8 · 下一步：催收件回执',
      '',
    ].join('\n'),
  )
})

test('the same in English and as JSON', async () => {
  const run = await dossier(root, 'board', 'cases', '--on', '2026-11-22', '--json', '--lang', 'en')
  expect(run.code).toBe(0)
  expect(run.err).toContain('OVERDUE · 甲牌')
  expect(run.err).toContain('reply due 2026-11-20 (named by the office)')
  const { on, cases, damaged } = run.json<{
    on: string
    cases: Record<string, unknown>[]
    damaged: unknown[]
  }>()
  expect([on, damaged]).toEqual(['2026-11-22', []])
  expect(cases.map(({ folder }) => folder)).toEqual([
    '2 overdue',
    '3 police',
    '10 later',
    '5 open',
    '4 submitted',
  ])
  expect(cases[0]).toMatchObject({
    caseCode: 'OVERDUE',
    stage: 'review',
    replyDue: { date: '2026-11-20', origin: 'named' },
    pressing: { code: 'reply', days: -2 },
    nextAction: 'gather-papers',
    receiptOutstanding: false,
  })
  expect(cases[4]).toMatchObject({ submittedOn: '2026-11-15', receiptOutstanding: true, pressing: null })
})

test('a damaged case is told and skipped, and the exit code says so', async () => {
  const run = await dossier(root, 'board', 'broken', '--json', '--lang', 'en')
  expect(run.code).toBe(1)
  const { cases, damaged } = run.json<{ cases: { folder: string }[]; damaged: { folder: string }[] }>()
  expect(cases.map(({ folder }) => folder)).toEqual(['one'])
  expect(damaged.map(({ folder }) => folder)).toEqual(['three', 'two'])
  expect(run.err).toContain('“two” cannot be read and was skipped')
  expect(run.err).toContain('stage')
})

test('no case folder, no folder, no date', async () => {
  const empty = await dossier(root, 'board', 'empty')
  expect([empty.code, empty.err]).toEqual([1, expect.stringContaining('没有案件文件夹')])
  const absent = await dossier(root, 'board', 'absent', '--json')
  expect([absent.code, absent.json<{ error: string }>().error]).toEqual([1, 'folder.unreadable'])
  const bare = await dossier(root, 'board', '--json')
  expect([bare.code, bare.json<{ error: string }>().error]).toEqual([2, 'usage.missing'])
  const wrong = await dossier(root, 'board', 'cases', '--on', '2026-02-30', '--json')
  expect([wrong.code, wrong.json<{ error: string }>().error]).toEqual([2, 'usage.bad-value'])
})
