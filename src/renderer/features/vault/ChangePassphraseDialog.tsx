import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotify } from '../../app/notify.ts'
import { useServices } from '../../services.ts'
import { NewPassphrase, useNewPassphrase } from '../../components/passphrase/NewPassphrase.tsx'
import { PassphraseField } from '../../components/passphrase/PassphraseField.tsx'
import { useWork } from '../../components/use-work.ts'
import { PassphraseDialog } from '../../components/passphrase/PassphraseDialog.tsx'

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
    <PassphraseDialog
      title={t('changeTitle')}
      text={t('changeText')}
      work={work}
      submitText={t('changeDo')}
      cancelText={t('cancel')}
      onSubmit={submit}
      onCancel={onClose}
    >
      <PassphraseField
        label={t('currentPassphrase')}
        required
        error={missing ? t('passphraseMissing') : undefined}
        value={current}
        onChange={(value) => {
          setCurrent(value)
          setMissing(false)
        }}
        onEnter={submit}
      />
      <NewPassphrase form={form} label={t('newPassphrase')} onEnter={submit} disabled={work.busy} />
    </PassphraseDialog>
  )
}
