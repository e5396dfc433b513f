import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { expect, it, test } from 'vitest'
import { type DeadlineSheetRequest, deadlineSheet } from '../../../src/engine/documents/deadline-sheet.ts'
import { deadlinesOf } from '../../../src/shared/domain/deadlines.ts'
import { aCase, law } from '../../builders/cases.ts'
import { fonts } from '../../builders/fonts.ts'
import { temporaryFolder } from '../../builders/temporary-folder.ts'
import { hasTool } from '../../judges.ts'

const folder = await temporaryFolder()

const record = aCase({
  notice: {
    manner: 'written',
    office: '示例市人民检察院',
    issuedOn: '2026-11-05',
    receivedOn: '2026-11-10',
    replyDueOn: '2026-11-28',
  },
  dateMarks: [{ path: 'notice.replyDueOn', by: '李晓雯', at: '2026-11-13T02:00:00Z' }],
})

function request(changes: Partial<DeadlineSheetRequest> = {}): DeadlineSheetRequest {
  return {
    caseCode: 'TEST-1',
    brand: '示例牌',
    office: record.notice.office,
    caseNumber: '',
    deadlines: deadlinesOf(record, law),
    on: '2026-11-22',
    ruleset: law.ruleset,
    language: 'zh',
    createdAt: '2026-11-22T06:00:00Z',
    ...changes,
  }
}

async function textOf(asked: DeadlineSheetRequest): Promise<string> {
  const path = join(folder, 'sheet.pdf')
  await writeFile(path, await deadlineSheet(asked, fonts))
  return execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).replace(/\s+/g, '')
}

it.skipIf(!hasTool('pdftotext'))('day, what, whose, source, who entered it, days left', async () => {
  const zh = await textOf(request())
  for (const words of [
    '期限表',
    '截至2026-11-22',
    'TEST-1·示例牌',
    '2026-11-28',
    '检察院指定的答复日期',
    '人民检察院刑事诉讼规则第262条',
    '李晓雯填写，北京时间2026-11-1310:00',
    '还有6天',
    '最早2026-11-26（确切日期未知）',
    '至少还有4天',
    '由律师判断',
  ])
    expect(zh).toContain(words)
  const en = await textOf(request({ language: 'en', on: '2026-11-30' }))
  for (const words of ['Deadlinesheet', 'dayspast:2', 'Onceithaspassed:', 'anydaynow'])
    expect(en).toContain(words)
})

test('the same request gives the same bytes', async () => {
  const first = await deadlineSheet(request(), fonts)
  expect(Buffer.compare(Buffer.from(first), Buffer.from(await deadlineSheet(request(), fonts)))).toBe(0)
})

it.skipIf(!hasTool('pdftotext'))('without days it says what to enter', async () => {
  expect(await textOf(request({ deadlines: [] }))).toContain('还没有任何日期')
})

test('many days and long names run over several numbered pages, and odd signs stop nothing', async () => {
  const long = { zh: `${'很长的事项'.repeat(40)}\u{1f600}`, en: 'x'.repeat(300) }
  const [one] = deadlinesOf(record, law)
  if (!one) throw new Error('no day')
  const deadlines = Array.from({ length: 60 }, (_, index) => ({ ...one, code: `c${index}`, title: long }))
  const pdf = await PDFDocument.load(await deadlineSheet(request({ deadlines }), fonts))
  expect(pdf.getPageCount()).toBeGreaterThan(5)
  expect(pdf.getTitle()).toBe('期限表 TEST-1')
})
