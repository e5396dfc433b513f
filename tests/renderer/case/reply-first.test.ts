import { expect, test } from 'vitest'
import type { Deadline } from '../../../src/shared/domain/deadline.ts'
import { replyFirst } from '../../../src/renderer/features/case/dates/reply-first.ts'

const day = (code: string, path?: string): Deadline => ({
  code,
  title: { zh: code, en: code },
  who: 'holder',
  origin: 'computed',
  ...(path === undefined ? {} : { path }),
})

test('the days of the answer stand before all others, named ones and goals alike', () => {
  const days = [
    day('review-ends'),
    day('user.0', 'userDates[0].on'),
    day('notice.reply', 'notice.replyDueOn'),
    day('user.1', 'userDates[1].on'),
    day('hearing'),
  ]
  const userDates = [
    { kind: 'other' as const, title: '', on: '2026-12-01' },
    { kind: 'reply' as const, title: '', on: '2026-12-03' },
  ]
  expect(replyFirst(days, { userDates }).map(({ code }) => code)).toEqual([
    'notice.reply',
    'user.1',
    'review-ends',
    'user.0',
    'hearing',
  ])
  expect(replyFirst(days, {}).map(({ code }) => code)[0]).toBe('notice.reply')
})
