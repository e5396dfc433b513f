import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { FormField } from '../../components/FormField.tsx'
import { checkRecoveryCode } from '../../register/recovery-code.ts'
import { useServices } from '../../services.ts'
import { NewPassphrase, useNewPassphrase } from '../../components/passphrase/NewPassphrase.tsx'
import { useWork } from '../../components/use-work.ts'

/** Opens the vault by the recovery code and sets a new passphrase. Typing mistakes are told by group. */
export function RecoverForm() {
  const { t } = useTranslation('vault')
  const { session } = useServices()
  const [code, setCode] = useState('')
  const [asked, setAsked] = useState(false)
  const form = useNewPassphrase()
  const work = useWork()
  const check = checkRecoveryCode(code)
  const error =
    check.wrongGroups.length > 0
      ? t('recoveryGroupWrong', { groups: check.wrongGroups.join(t('groupJoint')) })
      : asked && !check.complete
        ? t('recoveryIncomplete')
        : undefined
  const submit = () => {
    setAsked(true)
    if (!check.complete) return
    void work.run(async () => {
      const passphrase = await form.check()
      if (passphrase !== undefined) await session.recover(code, passphrase)
    })
  }
  return (
    <div className="stack">
      <p className="quiet">{t('recoverText')}</p>
      <FormField label={t('recoveryCode')} required help={t('recoveryCodeHelp')} error={error}>
        {(control) => (
          <Input.TextArea
            {...control}
            className="mono recovery-typed"
            autoFocus

            value={code}
            onChange={(event) => setCode(event.target.value)}
            onPressEnter={(event) => event.preventDefault()}
          />
        )}
      </FormField>
      <NewPassphrase form={form} label={t('newPassphrase')} onEnter={submit} disabled={work.busy} />
      {work.error !== undefined && <ErrorNotice error={work.error} />}
      <Button type="primary" size="large" block loading={work.busy} onClick={submit}>
        {t('recoverDo')}
      </Button>
    </div>
  )
}
