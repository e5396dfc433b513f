import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { Button, Input, type InputRef } from 'antd'
import { useState, type KeyboardEvent, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldControl } from '../FormField.tsx'

interface PassphraseInputProps {
  readonly control: FieldControl
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onEnter?: () => void
  readonly onBlur?: () => void
  readonly autoFocus?: boolean
  readonly disabled?: boolean
  readonly inputRef?: Ref<InputRef>
}

/** A field for a passphrase that can be shown, and says when Caps Lock is on. */
export function PassphraseInput(props: PassphraseInputProps) {
  const { control, value, onChange, onEnter, onBlur, autoFocus = false, disabled = false, inputRef } = props
  const { t } = useTranslation('vault')
  const [shown, setShown] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <>
      <Input
        {...control}
        {...(inputRef ? { ref: inputRef } : {})}
        type={shown ? 'text' : 'password'}
        value={value}
        disabled={disabled}
        autoFocus={autoFocus}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={watchCapsLock}
        onKeyUp={watchCapsLock}
        onPressEnter={() => onEnter?.()}
        onBlur={() => {
          setCapsLock(false)
          onBlur?.()
        }}
        suffix={
          <Button
            type="text"
            size="small"
            icon={shown ? <EyeInvisibleOutlined aria-hidden /> : <EyeOutlined aria-hidden />}
            aria-label={shown ? t('hide') : t('show')}
            title={shown ? t('hide') : t('show')}
            onClick={() => setShown(!shown)}
          />
        }
      />
      {capsLock && (
        <div className="field-help" role="status">
          {t('capsLock')}
        </div>
      )}
    </>
  )
}
