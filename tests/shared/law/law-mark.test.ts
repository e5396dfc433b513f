import { expect, test } from 'vitest'
import { lawMark } from '../../../src/shared/law/law-book.ts'
import { law } from '../../builders/cases.ts'

test('the mark of a law book changes with any of its files, and with nothing else', () => {
  expect(lawMark(structuredClone(law))).toBe(lawMark(law))
  expect(lawMark(law)).toContain(law.ruleset)
  const others = [
    { ...law, holidays: { ...law.holidays, years: law.holidays.years.slice(1) } },
    { ...law, checklist: { ...law.checklist, rules: law.checklist.rules.slice(1) } },
    { ...law, wording: { ...law.wording, instead: '鉴别意见' } },
    { ...law, countries: { ...law.countries, countries: [] } },
  ]
  expect(new Set([law, ...others].map(lawMark)).size).toBe(5)
})
