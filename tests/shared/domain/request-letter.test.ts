import { expect, test } from 'vitest'
import { checklistOf } from '../../../src/shared/domain/checklist.ts'
import { markRequested, requestLetter, rowsToAskFor } from '../../../src/shared/domain/request-letter.ts'
import { requestLetterText } from '../../../src/shared/messages/request-letter-text.ts'
import { aCase, law } from '../../builders/cases.ts'

const on = '2026-11-29'
const record = aCase({
  rightHolders: [
    {
      id: 'holder',
      kind: 'foreign-company',
      nameZh: '示例环球饮品公司',
      nameEn: 'Example Global Ltd',
      phone: '000',
    },
  ],
  agents: [{ name: '王示范', kind: 'lawyer', actsFor: ['holder'] }],
  checklist: [
    { code: 'incorporation-certificate@holder', status: 'waiting-apostille' },
    { code: 'authority-authentication@agent-0', status: 'waiting-notary' },
    { code: 'power-of-attorney@agent-0', status: 'scan-sent' },
    { code: 'identification@holder', status: 'ready' },
    { code: 'loss-statement@holder', status: 'not-applicable', reason: '不请求赔偿' },
    { code: 'leads', status: 'draft' },
  ],
})
const rows = checklistOf(record, law, on)
const codes = (reader: 'client' | 'notary') => rowsToAskFor(rows, reader).map(({ code }) => code)

test('a client is asked for what is open, required papers first, without what only may be needed', () => {
  const asked = codes('client')
  expect(asked).toEqual(
    expect.arrayContaining(['power-of-attorney@agent-0', 'non-authorisation@holder', 'leads']),
  )
  for (const code of [
    'identification@holder',
    'loss-statement@holder',
    'incorporation-certificate@holder',
    'plea-opinion@holder',
    // Signed and sent back by whoever keeps the case.
    'notice-receipt',
  ])
    expect(asked).not.toContain(code)
  const needs = rowsToAskFor(rows, 'client').map(({ need }) => need === 'required')
  expect(needs).toEqual([...needs].sort((a, b) => Number(b) - Number(a)))
})

test('a notary is asked for what waits for him', () => {
  expect(codes('notary')).toEqual(['incorporation-certificate@holder', 'authority-authentication@agent-0'])
})

test('the letter names case, office, each paper with form and purpose, the day and the registered names', () => {
  const letter = requestLetter(record, law, rowsToAskFor(rows, 'notary'), 'notary', '2026-12-10')
  const zh = requestLetterText(letter, 'zh')
  expect(zh.subject).toBe('请提供材料：某某等涉嫌销售假冒注册商标的商品罪一案（2 项）')
  expect(zh.body).toContain('1. 公司注册证明或者存续证明（示例环球饮品公司）\n   形式：原件；经所在国公证')
  expect(zh.body).toContain('   目前：待附加证明书或者认证')
  expect(zh.body).toContain('请于2026年12月10日前提供')
  expect(zh.body).toContain('· 示例环球饮品公司（Example Global Ltd）')
  const en = requestLetterText(letter, 'en')
  expect(en.body).toContain('2. notarisation and apostille')
  expect(en.body).toContain('by 2026-12-10')
  for (const { subject, body } of [zh, en]) expect(subject + body).not.toMatch(/[{}]|undefined/)
})

test('a case that is hardly known still gives a letter', () => {
  const bare = aCase({ suspects: [], crimes: [], rights: [], rightHolders: [], notice: { manner: 'none' } })
  const letter = requestLetter(bare, law, [], 'branch')
  expect(requestLetterText(letter, 'zh').body).toContain('案件 TEST-1（办案机关待告知）')
  expect(requestLetterText(letter, 'en').body).toContain('as soon as possible')
  expect(requestLetterText(letter, 'en').body).not.toContain('register')
})

test('what was missing becomes requested; what is further stays, and both say of whom and when', () => {
  const states = [
    { code: 'a', status: 'missing' },
    { code: 'b', status: 'scan-sent', remarks: '原件在途' },
    { code: 'c', status: 'draft' },
  ] as const
  const asked = { requestedFrom: '王示范', requestedOn: on }
  expect(markRequested(states, { codes: ['a', 'b', 'new'], from: '王示范', on })).toEqual([
    { code: 'a', status: 'requested', ...asked },
    { code: 'b', status: 'scan-sent', remarks: '原件在途', ...asked },
    { code: 'c', status: 'draft' },
    { code: 'new', status: 'requested', ...asked },
  ])
  expect(markRequested([], { codes: ['a'], from: '', on })).toEqual([
    { code: 'a', status: 'requested', requestedOn: on },
  ])
})
