import { Input } from 'antd'
import { useField } from '../case-context.ts'
import { WordingHints } from '../../../components/wording/WordingHints.tsx'
import { CaseField, type CaseFieldProps } from './CaseField.tsx'
import { isHoldersText } from './holders-words.ts'

/** Text of one or more paragraphs. */
export function AreaField(field: CaseFieldProps) {
  const [value, set] = useField(field.path)
  const text = typeof value === 'string' ? value : ''
  const guarded = isHoldersText(field.path)
  // A step of its own, so that undoing it gives back what was typed.
  const replace = (better: string) => set(better, `${field.path} wording ${better}`)
  return (
    <CaseField {...field} guarded={guarded}>
      {({ visit, label: _label, ...control }) => (
        <>
          <div>
            <Input.TextArea
              {...control}
              value={text}
              onChange={(event) => set(event.target.value, visit())}
            />
          </div>
          {guarded && <WordingHints text={text} onReplace={control.readOnly ? undefined : replace} />}
        </>
      )}
    </CaseField>
  )
}
