import type { CaseDraft } from '../../../shared/domain/case-draft.ts'
import { partsOfPage, type FormsPage, type PartId } from './next-step.ts'

/** True where a person filled something in; what a blank case begins with does not count. */
export function isPartFilled(draft: CaseDraft, part: PartId): boolean {
  switch (part) {
    case 'case':
      return true
    case 'notice': {
      const { manner: _manner, ...rest } = draft.notice
      return hasContent(rest)
    }
    case 'bundle': {
      const { dividers, firstPageNumber, discs } = draft.bundle
      return dividers !== 'group' || firstPageNumber !== 1 || discs !== 1
    }
    default:
      return hasContent(draft[part])
  }
}

/** True where some part of a page is filled in. */
export function isPageFilled(draft: CaseDraft, page: FormsPage): boolean {
  return partsOfPage[page].some((part) => isPartFilled(draft, part))
}

/** Text that is not blank, a number or a tick; a list or an object that holds any. */
function hasContent(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  if (typeof value === 'object' && value !== null) return Object.values(value).some(hasContent)
  return value !== undefined && value !== null
}
