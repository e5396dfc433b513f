import { Input, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FormField } from './FormField.tsx'

interface ConfirmTypedProps {
  readonly title: string
  /** What will be gone, and what will not. */
  readonly children: ReactNode
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** Asks for a typed word before something is erased for ever. */
export function ConfirmTyped({ title, children, onConfirm, onCancel }: ConfirmTypedProps) {
  const { t } = useTranslation('frame')
  const [typed, setTyped] = useState('')
  const word = t('erase.word')
  const agreed = typed.trim().toLowerCase() === word.toLowerCase()
  return (
    <Modal
      open
      title={title}
      okText={t('erase.now')}
      cancelText={t('cancel')}
      okButtonProps={{ danger: true, disabled: !agreed }}
      onOk={onConfirm}
      onCancel={onCancel}
    >
      <div className="stack">
        {children}
        <FormField label={t('erase.typeWord', { word })}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onPressEnter={() => {
                if (agreed) onConfirm()
              }}
            />
          )}
        </FormField>
      </div>
    </Modal>
  )
}
