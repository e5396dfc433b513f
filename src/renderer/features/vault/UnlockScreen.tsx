import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '../../app/announce.ts'
import { AppMark } from '../../components/AppMark.tsx'
import { Failure } from '../../../shared/contract/failure.ts'
import { explainFailure } from '../../../shared/messages/explain.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { useLanguage } from '../../i18n/language.ts'
import type { SessionState } from '../../register/session.ts'
import { useServices } from '../../services.ts'
import { PassphraseField } from '../../components/passphrase/PassphraseField.tsx'
import { RecoverForm } from './RecoverForm.tsx'
import { useSecondsUntil } from './use-seconds-until.ts'
import { useWork } from '../../components/use-work.ts'

interface UnlockScreenProps {
  readonly state: Extract<SessionState, { kind: 'locked' }>
}

/** Asks for the passphrase, or for the recovery code. Nothing of a case is on the screen. */
export function UnlockScreen({ state }: UnlockScreenProps) {
  const { t } = useTranslation('vault')
  const { t: frame } = useTranslation('frame')
  const [way, setWay] = useState<'passphrase' | 'recovery'>('passphrase')
  const other = way === 'passphrase' ? 'recovery' : 'passphrase'
  return (
    <main className="lock-screen">
      <div className="lock-card">
        <div className="lock-mark">
          <AppMark size={52} />
          <span>{frame('product')}</span>
        </div>
        <h1>{way === 'passphrase' ? t('lockedTitle') : t('recoverTitle')}</h1>
        {way === 'passphrase' ? <UnlockForm state={state} /> : <RecoverForm />}
        <Button type="link" className="lock-other" onClick={() => setWay(other)}>
          {way === 'passphrase' ? t('useRecovery') : t('usePassphrase')}
        </Button>
      </div>
    </main>
  )
}

function UnlockForm({ state }: UnlockScreenProps) {
  const { t } = useTranslation('vault')
  const { session } = useServices()
  const language = useLanguage()
  const announce = useAnnounce()
  const [passphrase, setPassphrase] = useState('')
  const [missing, setMissing] = useState(false)
  const work = useWork()
  const wait = useSecondsUntil(state.waitUntil)
  const waited = useRef(false)
  useEffect(() => {
    if (wait > 0) waited.current = true
    else if (waited.current) {
      waited.current = false
      announce(t('waitOver'))
    }
  }, [announce, t, wait])
  const submit = () => {
    if (wait > 0) return
    if (!passphrase) return setMissing(true)
    void work.run(async () => {
      try {
        await session.unlock(passphrase)
      } finally {
        setPassphrase('')
      }
    })
  }
  const error = missing ? t('passphraseMissing') : sentenceOf(work.error)
  function sentenceOf(failure: unknown): string | undefined {
    if (!(failure instanceof Failure) || failure.code === 'vault.wait') return undefined
    const tries = state.wrongTries > 1 ? t('wrongTries', { count: state.wrongTries }) : ''
    return [tries, explainFailure(failure, language)].filter(Boolean).join(language === 'en' ? ' ' : '')
  }
  return (
    <div className="stack">
      <p className="quiet">{t('lockedText')}</p>
      <div role="alert" className="only-heard">
        {error}
      </div>
      <PassphraseField
        label={t('passphrase')}
        error={error}
        value={passphrase}
        onChange={(value) => {
          setPassphrase(value)
          setMissing(false)
        }}
        onEnter={submit}
      />
      {work.error !== undefined && !(work.error instanceof Failure) && <ErrorNotice error={work.error} />}
      <Button type="primary" size="large" block loading={work.busy} disabled={wait > 0} onClick={submit}>
        {wait > 0 ? t('waitSeconds', { count: wait }) : work.busy ? t('unlocking') : t('unlock')}
      </Button>
    </div>
  )
}
