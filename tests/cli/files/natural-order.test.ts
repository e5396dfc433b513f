import fc from 'fast-check'
import { expect, test } from 'vitest'
import { naturalOrder } from '../../../src/cli/files/natural-order.ts'

test.each([
  [['f1', 'f2', 'f10', 'f100']],
  [['1.pdf', '02.pdf', '2.pdf', '10.pdf']],
  [['a/9', 'a/10', 'a.txt', 'b/1']],
  [['图1.jpg', '图2.jpg', '图１０.jpg']],
  [['SCAN 1', 'Scan 2', 'scan 10']],
  [['9'.repeat(40), '1' + '0'.repeat(40)]],
])('%j', (names) => {
  expect([...names].reverse().sort(naturalOrder)).toEqual(names)
})

test('an order of all texts: nothing is equal but to itself, and the start does not matter', () => {
  const name = fc.array(fc.constantFrom('a', 'A', 'b', '/', '0', '1', '2', '10', '.', '证', '１'), {
    maxLength: 6,
  })
  const names = fc.uniqueArray(
    name.map((parts) => parts.join('')),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(names, (list) => {
      const sorted = [...list].sort(naturalOrder)
      expect([...list].reverse().sort(naturalOrder)).toEqual(sorted)
      for (const a of list) {
        for (const b of list) {
          expect(Math.sign(naturalOrder(a, b)) + Math.sign(naturalOrder(b, a))).toBe(0)
          expect(naturalOrder(a, b) === 0).toBe(a === b)
        }
      }
    }),
    { seed: 20261122 },
  )
})
