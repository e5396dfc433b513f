import { expect, test } from 'vitest'
import { sampleFindings } from '../../../src/shared/domain/samples.ts'

const sound = {
  name: '检材1',
  seizedOn: '2026-09-01',
  fetchedOn: '2026-09-03',
  identifiedOn: '2026-09-05',
  returnedOn: '2026-09-06',
  quantitySeized: 100,
  quantityExamined: 3,
  sealNumberBefore: 'A1',
  sealNumberAfter: 'A2',
  photos: true,
}
const found = (changes: object) =>
  sampleFindings({ samples: [{ ...sound, ...changes }] }).map(({ code, subject, facts }) => ({
    code,
    subject,
    ...facts,
  }))

test('a sound sample, an empty one and a case without samples have no findings', () => {
  expect(found({})).toEqual([])
  expect(sampleFindings({ samples: [{ name: '' }] })).toEqual([])
  expect(sampleFindings({})).toEqual([])
})

test.each([
  [{ seizedOn: '2026-09-10', fetchedOn: '' }, 'sample.identified-before-seized', 'identifiedOn'],
  [{ fetchedOn: '2026-08-31' }, 'sample.fetched-before-seized', 'fetchedOn'],
  [{ identifiedOn: '2026-09-02' }, 'sample.identified-before-fetched', 'identifiedOn'],
  [{ returnedOn: '2026-09-04' }, 'sample.returned-too-early', 'returnedOn'],
  [{ quantityExamined: 101 }, 'sample.too-many-examined', 'quantityExamined'],
  [{ sealNumberAfter: '' }, 'sample.seal-after-missing', 'sealNumberAfter'],
  [{ sealNumberBefore: undefined }, 'sample.seal-before-missing', 'sealNumberBefore'],
  [{ photos: false }, 'sample.photos-missing', 'photos'],
  [{ photos: undefined }, 'sample.photos-missing', 'photos'],
  [{ returnedOn: '' }, 'sample.not-returned', 'returnedOn'],
])('%o is noted as %s', (changes, code, key) => {
  expect(found(changes)).toMatchObject([{ code, subject: `samples[0].${key}` }])
})

test.each([
  [
    'the same day everywhere',
    { fetchedOn: '2026-09-01', identifiedOn: '2026-09-01', returnedOn: '2026-09-01' },
  ],
  ['all of the goods examined', { quantityExamined: 100 }],
  ['a sample used up, as its remarks say', { sealNumberAfter: '', remarks: '检材已用尽' }],
  ['a sample kept by somebody named', { returnedOn: '', returnedTo: '示例市公安局保管室' }],
  ['a day that is none', { identifiedOn: '2026-02-30', returnedOn: '2026-09-06' }],
])('%s is no doubt', (_, changes) => {
  expect(found(changes)).toEqual([])
})

test('facts name both days and both counts', () => {
  expect(found({ identifiedOn: '2026-08-30', fetchedOn: '', returnedOn: '2026-09-06' })).toEqual([
    {
      code: 'sample.identified-before-seized',
      subject: 'samples[0].identifiedOn',
      date: '2026-08-30',
      earliest: '2026-09-01',
    },
  ])
  expect(found({ quantityExamined: 101 })).toMatchObject([{ examined: 101, seized: 100 }])
})
