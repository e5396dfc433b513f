import { expect, test } from 'vitest'
import { finding } from '../../../src/shared/contract/finding.ts'
import { withChangedFiles } from '../../../src/renderer/features/verify/changed-files.ts'

const crc = (file: string) => finding('zip.crc-wrong', file)
const listed = (file: string) => finding('container.file-changed', file)
const signed = (place: string) => finding('signature.content-changed', place)

test('what several findings say of one changed file is one entry, at the place of the first', () => {
  const other = finding('container.draft', '')
  const found = [crc('a.pdf'), other, signed('a.pdf › Bundle signature'), listed('a.pdf'), listed('b.txt')]
  expect(withChangedFiles(found)).toEqual([
    { kind: 'changed', file: 'a.pdf', findings: [found[0], found[2], found[3]] },
    { kind: 'finding', found: other },
    { kind: 'changed', file: 'b.txt', findings: [found[4]] },
  ])
})

test('a wrong sum alone, and a signature of its own, stay as they are', () => {
  const found = [crc('a.pdf'), signed('META-INF/signature001.p7s')]
  expect(withChangedFiles(found)).toEqual(found.map((each) => ({ kind: 'finding', found: each })))
})
