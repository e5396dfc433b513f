import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSafeContainerPath } from '../../../src/engine/container/safe-name.ts'
import { maxNameCharacters } from '../../../src/shared/domain/bundle-names.ts'
import { containerName } from '../../../src/shared/domain/container-name.ts'

test.each([
  { what: 'a plain name', original: '营业执照.jpg', name: '营业执照.jpg' },
  { what: 'a name of the astral planes', original: '𠮷野家.pdf', name: '𠮷野家.pdf' },
  { what: 'spaces and signs', original: 'a b & c%20#1.pdf', name: 'a_b_c_20_1.pdf' },
  { what: 'emoji', original: '😀合同👩‍⚖️.pdf', name: '_合同_.pdf' },
  { what: 'only emoji', original: '😀', name: '_' },
  { what: 'nothing', original: '', name: '_' },
  { what: 'dots at both ends', original: '...a..', name: 'a' },
  { what: 'only dots', original: '..', name: '_' },
  { what: 'a reserved Windows name', original: 'con', name: '_con' },
  { what: 'a reserved Windows name with an ending', original: 'NUL.tar.gz', name: '_NUL.tar.gz' },
  { what: 'what only begins like one', original: 'console.txt', name: 'console.txt' },
  { what: 'a reserved name after cleaning', original: 'a\u200bux', name: '_aux' },
  { what: 'decomposed letters', original: 'e\u0301te\u0301.pdf', name: '\u00e9t\u00e9.pdf' },
  { what: 'a right-to-left override', original: 'invoice\u202efdp.exe', name: 'invoicefdp.exe' },
  { what: 'an invisible letter', original: 'a\u3164b', name: 'ab' },
  { what: 'letters that compose once a mark is gone', original: '\u1100\u0334\u1161', name: '\uac00' },
  { what: 'path separators', original: '../a\\b/c', name: '_a_b_c' },
  { what: 'line breaks', original: 'a\nb', name: 'ab' },
  { what: 'half a surrogate pair', original: 'a\ud83d.pdf', name: 'a_.pdf' },
])('$what', ({ original, name }) => {
  expect(containerName(original, maxNameCharacters)).toBe(name)
})

test.each([
  { what: '200 letters', original: `${'长'.repeat(200)}.pdf`, name: `${'长'.repeat(36)}.pdf` },
  { what: '200 astral letters', original: `${'𠮷'.repeat(200)}.docx`, name: `${'𠮷'.repeat(35)}.docx` },
  { what: 'no ending', original: 'a'.repeat(200), name: 'a'.repeat(40) },
  { what: 'an ending too long to be one', original: `a.${'b'.repeat(60)}`, name: `a.${'b'.repeat(38)}` },
  {
    what: 'a cut just behind a dot',
    original: `${'a'.repeat(35)}.${'b'.repeat(20)}.pdf`,
    name: `${'a'.repeat(35)}.pdf`,
  },
])('$what: cut to 40 characters, the ending kept', ({ original, name }) => {
  expect(containerName(original, maxNameCharacters)).toBe(name)
})

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        'con',
        'nul',
        'COM¹',
        '.',
        ' ',
        '..',
        '/',
        '😀',
        'é',
        'e\u0301',
        '\u3164',
        '\u202e',
        '%',
        '証',
      ),
      {
        maxLength: 30,
      },
    )
    .map((parts) => parts.join('')),
)

test('whatever it is made from, a name may stand in a container, and is the same when made again', () => {
  fc.assert(
    fc.property(anything, fc.integer({ min: 12, max: maxNameCharacters }), (original, most) => {
      const name = containerName(original, most)
      expect(isSafeContainerPath(name)).toBe(true)
      expect([...name].length).toBeLessThanOrEqual(most)
      expect(name.normalize('NFC')).toBe(name)
      expect(containerName(name, most)).toBe(name)
      expect(containerName(original.normalize('NFD'), most)).toBe(
        containerName(original.normalize('NFC'), most),
      )
    }),
    { seed: 20261122, numRuns: 3000 },
  )
})
