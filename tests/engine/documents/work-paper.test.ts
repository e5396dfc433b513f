import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { workPaper, type WorkPaperRequest } from '../../../src/engine/documents/work-paper.ts'
import { boardFactsOf } from '../../../src/shared/domain/board-facts.ts'
import { deadlinesOf } from '../../../src/shared/domain/deadlines.ts'
import { firstCallQuestions } from '../../../src/shared/domain/first-call.ts'
import { obstacleReport } from '../../../src/shared/domain/obstacle-report.ts'
import { type ResponseGrouping, responseTable } from '../../../src/shared/domain/response-rate.ts'
import { aCase, law } from '../../builders/cases.ts'
import { fonts } from '../../builders/fonts.ts'
import { temporaryFolder } from '../../builders/temporary-folder.ts'
import { hasTool } from '../../judges.ts'

const folder = process.env['KEEP_PAPERS'] ?? (await temporaryFolder())
const on = '2026-11-22'
const stamp = { on, createdAt: '2026-11-22T06:00:00Z' }

const written = { manner: 'written', office: '示例市人民检察院', receivedOn: '2026-10-10' }
const answered = [
  aCase({
    brand: '示例牌',
    notice: { ...written, replyDueOn: '2026-11-01' },
    submissions: [{ handedOverOn: '2026-10-30' }],
    obstacles: [
      {
        kind: 'price-proof',
        on: '2026-10-12',
        solvedOn: '2026-10-20',
        note: '门店销售记录已经找到，由王某提供。',
      },
      { kind: 'logistics', on: '2026-10-15', note: '原件在途。' },
      { kind: 'other', note: '没有日期的一项。' },
    ],
  }),
  aCase({
    caseCode: 'TEST-2',
    brand: 'Northwind',
    crimes: ['213', '214'],
    notice: { ...written, office: '示例县人民检察院', replyDueOn: '2026-11-05' },
    obstacles: [{ kind: 'logistics', on: '2026-11-02', solvedOn: '2026-12-01', note: '' }],
  }),
]

function response(by: ResponseGrouping, language: 'zh' | 'en'): WorkPaperRequest {
  const rows = answered.map((record) => ({
    ...boardFactsOf(record, law, on),
    brand: record.brand ?? '',
    office: record.notice.office,
    crimes: record.crimes,
    receivedOn: record.notice.receivedOn ?? '',
  }))
  const names = Object.fromEntries(law.crimes.map((crime) => [crime.article, crime[language]]))
  const months = { from: '2026-10', to: '' }
  return { kind: 'response', table: responseTable(rows, by, on), by, names, months, language, ...stamp }
}

function obstacles(isAnonymised: boolean, language: 'zh' | 'en'): WorkPaperRequest {
  const report = obstacleReport(answered, { months: { from: '2026-10', to: '2026-11' }, on, isAnonymised })
  return { kind: 'obstacles', report, unread: 1, language, ...stamp }
}

function questions(language: 'zh' | 'en'): WorkPaperRequest {
  const record = aCase({
    notice: {
      ...written,
      documentNumber: '示检告〔2026〕1号',
      replyDueOn: '2026-11-28',
      prosecutor: { name: '赵某', phone: '000-0000' },
    },
  })
  return {
    kind: 'questions',
    caseCode: 'TEST-1',
    brand: '示例牌',
    office: record.notice.office,
    documentNumber: record.notice.documentNumber ?? '',
    questions: firstCallQuestions(record, law, language),
    language,
    ...stamp,
  }
}

async function textOf(request: WorkPaperRequest, name: string): Promise<string> {
  const path = join(folder, `${name}.pdf`)
  await writeFile(path, await workPaper(request, fonts))
  return execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).replace(/\s+/g, '')
}

describe.skipIf(!hasTool('pdftotext'))('read by pdftotext', () => {
  test('answers to notices: period, counts by class, rate, what in time means', async () => {
    const zh = await textOf(response('office', 'zh'), 'response-zh')
    for (const words of [
      '答复情况统计',
      '2026-10起',
      '示例市人民检察院1100000100%',
      '合计210010050%',
      '不晚于办案检察院指定',
    ])
      expect(zh).toContain(words)
    expect(zh).not.toContain('分别计入各罪名')
    const en = await textOf(response('crime', 'en'), 'response-en')
    for (const words of ['Hownoticeswereanswered', 'from2026-10', 'onceinthetotal', 'total210010050%'])
      expect(en).toContain(words)
  })

  test('an anonymised report has kinds and dates, and nothing that names a case', async () => {
    for (const language of ['zh', 'en'] as const) {
      const text = await textOf(obstacles(true, language), `obstacles-${language}`)
      for (const words of ['2026-10-12', '2026-10-20', '2026-11-02']) expect(text).toContain(words)
      for (const words of ['示例', 'Northwind', 'TEST', '王某', '原件在途', '2026-12-01'])
        expect(text).not.toContain(words)
    }
    const zh = await textOf(obstacles(true, 'zh'), 'obstacles-zh')
    for (const words of [
      '物流202',
      '价格证明110',
      '合计312',
      '涉及案件2件',
      '匿名',
      '另有1项没有填写日期',
      '另有1个案件打不开',
    ])
      expect(zh).toContain(words)
  })

  test('a named report says whose it is and what happened', async () => {
    const zh = await textOf(obstacles(false, 'zh'), 'obstacles-named-zh')
    for (const words of ['TEST-1·示例牌·示例市人民检察院', '由王某提供', 'TEST-2·Northwind', '妥善保管'])
      expect(zh).toContain(words)
  })

  test('questions with room to write; what the case has is marked', async () => {
    const zh = await textOf(questions('zh'), 'questions-zh')
    for (const words of [
      '问题清单',
      '已知：赵某、000-0000',
      '已知：2026-11-28',
      '扣押物品清单',
      '不是法律要求',
    ])
      expect(zh).toContain(words)
    const en = await textOf(questions('en'), 'questions-en')
    for (const words of ['Known:2026-11-28', 'Whetherthesuspectspleadguilty', 'nolawrequiresit'])
      expect(en).toContain(words)
  })

  test('deadlines come through the same door', async () => {
    const [record] = answered
    if (!record) throw new Error('no case')
    const names = { caseCode: 'TEST-1', brand: '', office: '', caseNumber: '' }
    const request = { ...names, deadlines: deadlinesOf(record, law), ruleset: law.ruleset, ...stamp }
    expect(await textOf({ kind: 'deadlines', language: 'zh', ...request }, 'deadlines')).toContain('期限表')
  })
})

test('the same request gives the same bytes, and odd names stop nothing', async () => {
  const odd = {
    ...questions('zh'),
    brand: '\u{1f600}'.repeat(60),
    office: 'x'.repeat(300),
  } as WorkPaperRequest
  const first = await workPaper(odd, fonts)
  expect(Buffer.compare(Buffer.from(first), Buffer.from(await workPaper(odd, fonts)))).toBe(0)
  expect((await PDFDocument.load(first)).getTitle()).toBe('首次联系承办检察官问题清单 TEST-1')
})

test('many groups run over several pages', async () => {
  const request = response('office', 'zh')
  if (request.kind !== 'response') throw new Error('another paper')
  const [group] = request.table.groups
  if (!group) throw new Error('no group')
  const groups = Array.from({ length: 120 }, (_, index) => ({ ...group, key: `示例第${index}检察院` }))
  const pdf = await PDFDocument.load(
    await workPaper({ ...request, table: { ...request.table, groups } }, fonts),
  )
  expect(pdf.getPageCount()).toBeGreaterThan(2)
})
