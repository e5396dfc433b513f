import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotify } from '../../app/notify.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { FormField } from '../../components/FormField.tsx'
import { useServices } from '../../services.ts'
import { NewPassphrase, useNewPassphrase } from './NewPassphrase.tsx'
import { PassphraseInput } from './PassphraseInput.tsx'
import { useWork } from './use-work.ts'

/** Sets another passphrase; the present one is asked for. */
export function ChangePassphraseDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('vault')
  const { session } = useServices()
  const notify = useNotify()
  const [current, setCurrent] = useState('')
  const [missing, setMissing] = useState(false)
  const form = useNewPassphrase()
  const work = useWork()
  const submit = () => {
    setMissing(!current)
    void work.run(async () => {
      const next = await form.check()
      if (!current || next === undefined) return
      await session.changePassphrase(current, next)
      onClose()
      notify({ text: t('changed') })
    })
  }
  return (
    <Modal
      open
      title={t('changeTitle')}
      width={480}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose} disabled={work.busy}>
            {t('cancel')}
          </Button>
          <Button type="primary" onClick={submit} loading={work.busy}>
            {t('changeDo')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t('changeText')}</p>
        <FormField
          label={t('currentPassphrase')}
          required
          error={missing ? t('passphraseMissing') : undefined}
        >
          {(control) => (
            <PassphraseInput
              control={control}
              value={current}
              onChange={(value) => {
                setCurrent(value)
                setMissing(false)
              }}
              onEnter={submit}
              autoFocus
            />
          )}
        </FormField>
        <NewPassphrase form={form} label={t('newPassphrase')} onEnter={submit} disabled={work.busy} />
        {work.error !== undefined && <ErrorNotice error={work.error} />}
      </div>
    </Modal>
  )
}
