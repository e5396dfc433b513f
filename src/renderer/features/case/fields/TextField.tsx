import { Input } from 'antd'
import { useField } from '../case-context.ts'
import { WordingHints } from '../../../components/wording/WordingHints.tsx'
import { CaseField, type CaseControl, type CaseFieldProps } from './CaseField.tsx'
import { isHoldersText } from './holders-words.ts'

interface TextFieldProps extends CaseFieldProps {
  readonly placeholder?: string
  /** Kind of keyboard on devices that show one. */
  readonly inputMode?: 'text' | 'tel' | 'email'
}

/** One line of text, stored as it is typed. */
export function TextField({ placeholder, inputMode = 'text', ...field }: TextFieldProps) {
  const [value, set] = useField(field.path)
  const text = typeof value === 'string' ? value : ''
  const guarded = inputMode === 'text' && isHoldersText(field.path)
  // A step of its own, so that undoing it gives back what was typed.
  const replace = (better: string) => set(better, `${field.path} wording ${better}`)
  return (
    <CaseField {...field} guarded={guarded}>
      {({ visit, label: _label, ...control }: CaseControl) => (
        <>
          <div>
            <Input
              {...control}
              inputMode={inputMode}
              placeholder={placeholder}
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
