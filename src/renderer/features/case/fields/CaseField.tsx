import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FormField, type FieldControl } from '../../../components/FormField.tsx'
import { useLanguage } from '../../../i18n/language.ts'
import { useCaseWork, useDraftPart } from '../case-context.ts'
import type { CasePath } from '../case-path.ts'
import { explainCaseFinding } from '../finding-words.ts'
import { fieldWord } from '../place-words.ts'
import { isRequired } from '../required-fields.ts'
import styles from '../case.module.css'

/** What the control of a field of the case gets. */
export interface CaseControl extends FieldControl {
  readonly readOnly: boolean
  readonly label: string
  /** Names one visit to the field, from focus to blur: its changes are one step of the history. */
  readonly visit: () => string
}

export interface CaseFieldProps {
  readonly path: CasePath
  readonly help?: string | undefined
  /** What is wrong is said when the field is left, not while it is typed: for text that is only right when complete. */
  readonly patient?: boolean
  /** Findings of places inside this one belong to it too. */
  readonly whole?: boolean
  /** Its wording is said below it by the field itself. */
  readonly guarded?: boolean
}

let visits = 0

/** A field of the case: its label, whether it is required, and what the rules say about it. */
export function CaseField({
  path,
  help,
  patient = false,
  whole = false,
  guarded = false,
  children,
}: CaseFieldProps & { readonly children: (control: CaseControl) => ReactNode }) {
  const { t } = useTranslation('case')
  const language = useLanguage()
  const { findings, readOnly, editor, case: stored } = useCaseWork()
  const label = t(useDraftPart((draft) => fieldWord(draft, path)))
  const required = useDraftPart((draft) => isRequired(draft, path))
  const [focused, setFocused] = useState(false)
  const [typing, setTyping] = useState(false)
  const [visited, setVisited] = useState(false)
  const visit = useRef('')

  const here = findings.filter((found) => found.subject === path || (whole && found.subject.startsWith(path)))
  const draft = editor.state().draft ?? stored.draft
  const words = (found: (typeof here)[number]) => explainCaseFinding(found, t, draft, language, 'field')
  const wrong = here.find((found) => found.severity === 'error' && found.code !== 'field.required')
  const blank = here.find((found) => found.code === 'field.required')
  const doubt = here.find(
    (found) => found.severity !== 'error' && !(guarded && found.code.startsWith('wording.')),
  )
  const error = wrong ?? (visited && !focused ? blank : undefined)
  const notes = [help, doubt && words(doubt)].filter((note) => note !== undefined)
  return (
    <div
      className={styles.field}
      data-path={path}
      onFocus={(event) => {
        setTyping(event.target instanceof HTMLInputElement)
        if (!focused) visit.current = `${path}#${(visits += 1)}`
        setFocused(true)
      }}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return
        setFocused(false)
        setTyping(false)
        setVisited(true)
      }}
    >
      <FormField
        label={label}
        required={required}
        error={error && !(patient && typing) ? words(error) : undefined}
        help={
          notes.length === 0 ? undefined : (
            <>
              {help !== undefined && <div>{help}</div>}
              {doubt && <div className={styles.doubt}>{words(doubt)}</div>}
            </>
          )
        }
      >
        {(control) => children({ ...control, readOnly, label, visit: () => visit.current || path })}
      </FormField>
    </div>
  )
}
