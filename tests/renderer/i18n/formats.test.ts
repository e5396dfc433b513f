import { describe, expect, it } from 'vitest'
import { daysBetween } from '../../../src/shared/domain/calendar.ts'
import { elideMiddle, formatsOf, localDate } from '../../../src/renderer/i18n/formats.ts'

const zh = formatsOf('zh')
const en = formatsOf('en')

describe('sizes are binary and have three digits that matter', () => {
  it.each([
    [0, '0 字节', '0 bytes'],
    [1, '1 字节', '1 byte'],
    [1023, '1,023 字节', '1,023 bytes'],
    [1024, '1 KiB', '1 KiB'],
    [1536, '1.5 KiB', '1.5 KiB'],
    [1024 * 1024 - 1, '1 MiB', '1 MiB'],
    [104_857_600, '100 MiB', '100 MiB'],
    [3 * 1024 ** 3 + 1, '3 GiB', '3 GiB'],
    [68_719_476_736, '64 GiB', '64 GiB'],
    [5 * 1024 ** 5, '5,120 TiB', '5,120 TiB'],
  ])('%d', (bytes, chinese, english) => {
    expect(zh.size(bytes)).toBe(chinese)
    expect(en.size(bytes)).toBe(english)
  })

  it('never shows 1,024 of a unit that has a larger one', () => {
    for (let power = 1; power < 4; power++) {
      for (const less of [1, 500, 10_000]) {
        expect(zh.size(1024 ** (power + 1) - less)).not.toContain('1,024')
      }
    }
  })

  it('gives speeds by the second', () => {
    expect(zh.speed(52.3 * 1024 * 1024)).toBe('52.3 MiB/秒')
    expect(en.speed(52.3 * 1024 * 1024)).toBe('52.3 MiB/s')
  })
})

describe('time left has at most two units', () => {
  it.each([
    [0.2, '还剩 不到 1 秒', 'under 1 s left'],
    [1, '还剩 1 秒', '1 s left'],
    [59.6, '还剩 1 分', '1 min left'],
    [130, '还剩 2 分 10 秒', '2 min 10 s left'],
    [3600, '还剩 1 小时', '1 h left'],
    [3900, '还剩 1 小时 5 分', '1 h 5 min left'],
  ])('%d s', (seconds, chinese, english) => {
    expect(zh.timeLeft(seconds)).toBe(chinese)
    expect(en.timeLeft(seconds)).toBe(english)
  })
})

describe('days until a reply is due', () => {
  it.each([
    ['2026-11-25', '还有 3 天', '3 days left'],
    ['2026-11-23', '还有 1 天', '1 day left'],
    ['2026-11-22', '今天到期', 'due today'],
    ['2026-11-21', '已逾期 1 天', '1 day overdue'],
    ['2026-11-20', '已逾期 2 天', '2 days overdue'],
    ['2027-11-22', '还有 365 天', '365 days left'],
  ])('due on %s, today 2026-11-22', (due, chinese, english) => {
    expect(zh.daysLeft(due, '2026-11-22')).toBe(chinese)
    expect(en.daysLeft(due, '2026-11-22')).toBe(english)
  })

  it('counts days over the end of a month, a leap day and a change of clocks', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1)
    expect(daysBetween('2026-03-29', '2026-03-30')).toBe(1)
  })
})

describe('instants stand in the time zone of the machine', () => {
  const now = new Date(2026, 10, 22, 14, 3)
  it('says today and yesterday, else the date', () => {
    expect(zh.recent(new Date(2026, 10, 22, 9, 5).toISOString(), now)).toBe('今天 09:05')
    expect(en.recent(new Date(2026, 10, 21, 23, 59).toISOString(), now)).toBe('yesterday 23:59')
    expect(zh.recent(new Date(2026, 0, 2, 3, 4).toISOString(), now)).toBe('2026-01-02 03:04')
  })
  it('leaves what is no instant as it is', () => {
    expect(zh.instant('next week')).toBe('next week')
    expect(zh.recent('', now)).toBe('')
  })
  it('has a plain date of a moment', () => {
    expect(localDate(new Date(2026, 0, 2, 0, 0))).toBe('2026-01-02')
  })
})

describe('long file names lose their middle, never their end', () => {
  it('leaves a short name', () => {
    expect(elideMiddle('照片.jpg', 20)).toBe('照片.jpg')
  })
  it('keeps the extension and what stands before it', () => {
    const short = elideMiddle('2025年度销售台账_最终版_盖章.pdf', 16)
    expect(short).toMatch(/^2025年度.*….*\.pdf$/u)
    expect([...short]).toHaveLength(16)
  })
  it('cuts between characters as people count them', () => {
    const name = `${'👩‍👩‍👧'.repeat(30)}𠮷.pdf`
    const short = elideMiddle(name, 12)
    expect([...new Intl.Segmenter().segment(short)]).toHaveLength(12)
    expect(short).not.toContain('�')
    expect(short).toMatch(/^👩‍👩‍👧/u)
  })
  it('does not take a whole sentence after a dot for an extension', () => {
    expect(elideMiddle(`a.${'b'.repeat(40)}`, 10)).toHaveLength(10)
  })
})

it('the pseudo-language brackets what is made of words', () => {
  const pseudo = formatsOf('pseudo')
  expect(pseudo.timeLeft(10)).toMatch(/^⟦10 s left·+⟧$/)
  expect(pseudo.number(1_234_567)).toBe('1,234,567')
})
