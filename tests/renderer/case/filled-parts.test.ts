import { expect, test } from 'vitest'
import { blankDraft } from '../../../src/shared/domain/case-draft.ts'
import { isPageFilled, isPartFilled } from '../../../src/renderer/features/case/filled-parts.ts'
import { partsOfPage } from '../../../src/renderer/features/case/next-step.ts'

const blank = blankDraft('CASE-1', 'zh', () => 'id')

test('of a blank case nothing is filled in but the case itself', () => {
  const filled = Object.values(partsOfPage)
    .flat()
    .filter((part) => isPartFilled(blank, part))
  expect(filled).toEqual(['case'])
  expect(isPageFilled(blank, 'overview')).toBe(true)
  expect(isPageFilled(blank, 'dates')).toBe(false)
  expect(isPageFilled(blank, 'log')).toBe(false)
})

test('what a person typed or chose fills its part, blanks do not', () => {
  expect(isPartFilled({ ...blank, police: { agency: '  ', given: [{ what: '' }] } }, 'police')).toBe(false)
  expect(isPartFilled({ ...blank, police: { agency: '某分局' } }, 'police')).toBe(true)
  expect(isPartFilled({ ...blank, notice: { manner: 'oral', office: '' } }, 'notice')).toBe(false)
  expect(isPartFilled({ ...blank, notice: { ...blank.notice, receivedOn: '2026-11-22' } }, 'notice')).toBe(
    true,
  )
  expect(isPartFilled({ ...blank, claims: [] }, 'claims')).toBe(false)
  expect(isPartFilled({ ...blank, bundle: { ...blank.bundle, discs: 2 } }, 'bundle')).toBe(true)
  const dated = { ...blank, userDates: [{ kind: 'reply' as const, title: '', on: '2026-12-01' }] }
  expect(isPartFilled(dated, 'userDates')).toBe(true)
  expect(isPageFilled(dated, 'dates')).toBe(true)
})
