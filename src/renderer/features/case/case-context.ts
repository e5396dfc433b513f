import { instantOf } from '../../../shared/domain/instant.ts'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Finding } from '../../../shared/contract/finding.ts'
import type { CaseDraft } from '../../../shared/domain/case-draft.ts'
import { isMarkedDate, withDateMark } from '../../../shared/domain/date-marks.ts'
import { usePreferences } from '../../app/preferences.ts'
import type { Case, Item } from '../../register/register.ts'
import { useServices } from '../../services.ts'
import type { CaseEditor } from './case-editor.ts'
import { valueAt, withValue, type CasePath } from './case-path.ts'

/** A case on the screen, and what its parts share. */
export interface CaseWork {
  readonly case: Case
  readonly items: readonly Item[]
  readonly editor: CaseEditor
  readonly findings: readonly Finding[]
  /** True when `findings` name what cannot be printed of the case as it is now; asked on the page of the bundle alone. */
  readonly isPrintSettled: boolean
  /** How many of the papers the case needs are there. */
  readonly completeness: { readonly done: number; readonly of: number }
  /** True where nothing can be changed: another window holds the register, or the case is in the trash. */
  readonly readOnly: boolean
  /** Goes to a place, on another page too, opens what is folded around it and puts the focus on its field. */
  readonly jump: (path: CasePath) => void
  /** Where the last jump leads. */
  readonly target: { readonly path: CasePath } | undefined
  /** Says that the place of `target` has the focus now. */
  readonly arrived: () => void
}

export const CaseWorkContext = createContext<CaseWork | undefined>(undefined)

/** The case around this component. */
export function useCaseWork(): CaseWork {
  const work = useContext(CaseWorkContext)
  if (!work) throw new Error('no case around this component')
  return work
}

/** The draft as it is on the screen now, changes on their way included. */
export function useDraft(): CaseDraft {
  const { editor, case: stored } = useCaseWork()
  const { draft } = useSyncExternalStore(editor.subscribe, editor.state)
  return draft ?? stored.draft
}

/** A part of the draft; renders again only when that part changed. */
export function useDraftPart<T>(part: (draft: CaseDraft) => T): T {
  const { editor, case: stored } = useCaseWork()
  return useSyncExternalStore(editor.subscribe, () => part(editor.state().draft ?? stored.draft))
}

/** The value of a field, and how to set it. Changes with one merge key become one step of the history. */
export function useField(
  path: CasePath,
): readonly [value: unknown, set: (value: unknown, merge: string) => void] {
  const { editor } = useCaseWork()
  const { now } = useServices()
  const [{ personName }] = usePreferences()
  const value = useDraftPart((draft) => valueAt(draft, path))
  const mark = () => ({ path, by: personName, at: instantOf(now()) })
  return [
    value,
    (next, merge) => {
      const dateMark = isMarkedDate(path) ? mark() : undefined
      editor.change(
        (draft) => {
          const changed = withValue(draft, path, next)
          return dateMark ? withDateMark(changed, dateMark) : changed
        },
        { kind: 'case.edit', merge },
      )
    },
  ]
}
