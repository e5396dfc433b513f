import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCommands, useRunCommand } from '../../app/commands.ts'
import { usePreferences } from '../../app/preferences.ts'
import { useSession } from '../../register/use-session.ts'
import { FormField } from '../../components/FormField.tsx'

const minutes = [1, 5, 10, 15, 30, 60, 0]

/** Lock time, passphrase, recovery sheet. */
export function SafetySection() {
  const { t } = useTranslation('settings')
  const [{ lockMinutes }, change] = usePreferences()
  const state = useSession()
  const run = useRunCommand()
  const enabled = new Set(
    useCommands()
      .filter((command) => command.enabled)
      .map((command) => command.id),
  )
  const choices = minutes.includes(lockMinutes) ? minutes : [lockMinutes, ...minutes]
  return (
    <div className="stack">
      <FormField label={t('lockAfter')} help={t('lockAfterHelp')}>
        {({ id, 'aria-describedby': describedBy }) => (
          <div className="row">
            <Select
              id={id}
              aria-describedby={describedBy}
              className="settings-select"
              value={lockMinutes}
              onChange={(value) => change({ lockMinutes: value })}
              options={choices.map((value) => ({
                value,
                label: value === 0 ? t('lockNever') : t('lockMinutes', { count: value }),
              }))}
            />
            {enabled.has('lock') && <Button onClick={() => run('lock')}>{t('lockNow')}</Button>}
          </div>
        )}
      </FormField>
      {state.kind === 'memory' && (
        <div className="field">
          <span className="field-label">{t('passphrase')}</span>
          <p className="field-help">{t('noVault')}</p>
          <div className="row">
            <Button type="primary" onClick={() => run('vault.create')}>
              {t('createVault')}
            </Button>
          </div>
        </div>
      )}
      {state.kind === 'open' && (
        <>
          <div className="field">
            <span className="field-label">{t('passphrase')}</span>
            {state.readOnly && <p className="field-help">{t('readOnly')}</p>}
            <div className="row">
              <Button disabled={!enabled.has('vault.change')} onClick={() => run('vault.change')}>
                {t('changePassphrase')}
              </Button>
            </div>
          </div>
          <div className="field">
            <span className="field-label">{t('recovery')}</span>
            <p className="field-help">{t('recoveryHelp')}</p>
            <div className="row">
              <Button disabled={!enabled.has('vault.renew')} onClick={() => run('vault.renew')}>
                {t('renewRecovery')}
              </Button>
            </div>
          </div>
        </>
      )}
    </div>
  )
}
