import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormField } from '../../components/FormField.tsx'
import type { CaseSummary } from '../../register/register.ts'

interface EraseDialogProps {
  readonly cases: readonly CaseSummary[]
  readonly onErase: () => void
  readonly onClose: () => void
}

/** Asks for a typed word before cases are erased for ever. */
export function EraseDialog({ cases, onErase, onClose }: EraseDialogProps) {
  const { t } = useTranslation('cases')
  const [typed, setTyped] = useState('')
  const word = t('eraseWord')
  const agreed = typed.trim().toLowerCase() === word
  const erase = () => {
    if (agreed) onErase()
  }
  return (
    <Modal
      open
      title={t('eraseTitle', { count: cases.length })}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('cancel')}
        </Button>,
        <Button key="erase" danger type="primary" disabled={!agreed} onClick={erase}>
          {t('eraseNow')}
        </Button>,
      ]}
    >
      <p>{t('eraseText')}</p>
      <ul>
        {cases.slice(0, 5).map((row) => (
          <li key={row.id}>{`${row.caseCode} · ${row.brand || t('noBrand')}`}</li>
        ))}
        {cases.length > 5 && <li>{'…'}</li>}
      </ul>
      <br />
      <FormField label={t('eraseWordLabel', { word })}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onPressEnter={erase}
          />
        )}
      </FormField>
    </Modal>
  )
}
