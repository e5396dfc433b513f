import { expect, test } from 'vitest'
import { openLawStore } from '../../../src/renderer/app/law-store.ts'
import type { Holidays } from '../../../src/shared/law/holidays.ts'
import { law } from '../../builders/cases.ts'

const year = (number: number, issuedOn = '2027-11-01'): Holidays => ({
  format: 'rights-dossier/holidays',
  version: 1,
  years: [
    {
      year: number,
      off: [{ zh: '元旦', en: 'New Year', from: `${number}-01-01`, to: `${number}-01-01` }],
      worked: [],
      source: { text: '通知', issuedOn, confidence: 'confirmed' },
    },
  ],
})

function storage() {
  const values = new Map<string, string>()
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  }
}

const yearsOf = (store: ReturnType<typeof openLawStore>) =>
  store.get().holidays.years.map((each) => each.year)

test('years of holidays that were added are there again, and another edition is judged by', () => {
  const disk = storage()
  const store = openLawStore(law, disk)
  const before = { years: yearsOf(store), edition: store.edition() }
  let heard = 0
  store.subscribe(() => (heard += 1))
  store.addHolidays(year(2028))
  store.addHolidays(year(2029))
  expect(yearsOf(store)).toEqual([...before.years, 2028, 2029])
  expect(store.edition()).not.toBe(before.edition)
  expect(heard).toBe(2)
  const again = openLawStore(law, disk)
  expect(yearsOf(again)).toEqual([...before.years, 2028, 2029])
  expect(again.edition()).toBe(store.edition())
  again.reset()
  expect([yearsOf(again), again.edition(), again.hasAdded()]).toEqual([before.years, before.edition, false])
  expect(openLawStore(law, disk).hasAdded()).toBe(false)
})

test('a year that comes again replaces the one before; what is no file of holidays is left out', () => {
  const store = openLawStore(law, storage())
  store.addHolidays(year(2028))
  const first = store.edition()
  store.addHolidays(year(2028, '2027-12-01'))
  expect(yearsOf(store).filter((each) => each === 2028)).toEqual([2028])
  expect(store.edition()).not.toBe(first)
  const broken = { ...storage(), getItem: () => '{"years":' }
  expect(openLawStore(law, broken).hasAdded()).toBe(false)
})

test('law data that came with another version of the application is another edition, under the same ruleset too', () => {
  const other = { ...law, checklist: { ...law.checklist, rules: law.checklist.rules.slice(1) } }
  expect(openLawStore(other, storage()).edition()).not.toBe(openLawStore(law, storage()).edition())
})
