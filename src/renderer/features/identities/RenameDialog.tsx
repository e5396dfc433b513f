import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotify } from '../../app/notify.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { FormField } from '../../components/FormField.tsx'
import { useWork } from '../../components/use-work.ts'
import type { StoredIdentity } from '../../register/signing-records.ts'
import { useServices } from '../../services.ts'
import { longestName } from './new-identity.ts'

interface RenameDialogProps {
  readonly identity: StoredIdentity
  readonly onClose: () => void
}

/** Gives an identity another name in this register; its certificate keeps its own. */
export function RenameDialog({ identity, onClose }: RenameDialogProps) {
  const { t } = useTranslation('identity')
  const { session } = useServices()
  const notify = useNotify()
  const [label, setLabel] = useState(identity.label)
  const [missing, setMissing] = useState(false)
  const work = useWork()
  const submit = () => {
    const next = label.trim()
    setMissing(next === '')
    if (next === '') return
    void work.run(async () => {
      await session.register().identities.edit(identity.id, (stored) => ({ ...stored, label: next }))
      onClose()
      notify({ text: t('renamed', { label: next }) })
    })
  }
  return (
    <Modal
      open
      title={t('renameTitle')}
      width={440}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" loading={work.busy} onClick={submit}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <FormField
          label={t('label')}
          required
          help={t('labelHelp')}
          error={missing ? t('labelMissing') : undefined}
        >
          {(control) => (
            <Input
              {...control}
              autoFocus
              maxLength={longestName}
              value={label}
              onChange={(event) => {
                setLabel(event.target.value)
                setMissing(false)
              }}
              onPressEnter={submit}
            />
          )}
        </FormField>
        {work.error !== undefined && <ErrorNotice error={work.error} />}
      </div>
    </Modal>
  )
}
