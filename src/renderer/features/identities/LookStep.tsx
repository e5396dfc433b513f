import { Button, Radio } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { identityState, weakKeyFindings } from '../../../shared/domain/signing-identity.ts'
import { explainFinding } from '../../../shared/messages/explain.ts'
import { useAnnounce } from '../../app/announce.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { NewPassphrase, useNewPassphrase } from '../../components/passphrase/NewPassphrase.tsx'
import { useStrength } from '../../components/passphrase/use-strength.ts'
import { CertificateFacts } from '../../components/signing/CertificateFacts.tsx'
import { IdentityStateMark } from '../../components/signing/IdentityStateMark.tsx'
import { useWork } from '../../components/use-work.ts'
import type { IdentityFacts } from '../../engine-host/engine.ts'
import { localDate } from '../../i18n/formats.ts'
import { useLanguage } from '../../i18n/language.ts'
import type { StoredIdentity } from '../../register/signing-records.ts'
import { useServices } from '../../services.ts'
import styles from './identities.module.css'
import type { OpenedFile } from './IdentityFileStep.tsx'
import { identityToStore } from './new-identity.ts'
import { StepFrame } from './StepFrame.tsx'
import { useJobSignal } from './use-job-signal.ts'

interface LookStepProps {
  readonly opened: OpenedFile
  readonly known: readonly StoredIdentity[]
  readonly onKept: (identity: StoredIdentity) => void
  readonly onBack: () => void
}

/** The certificate of an opened file before anything is stored: what speaks against it, and under what it is kept. */
export function LookStep({ opened, known, onKept, onBack }: LookStepProps) {
  const { t } = useTranslation('identity')
  const { engine, session, newId, now } = useServices()
  const announce = useAnnounce()
  const { bytes, passphrase, facts } = opened
  const hasNone = passphrase === ''
  const [wantsNew, setWantsNew] = useState(hasNone)
  const form = useNewPassphrase()
  const work = useWork()
  const beginJob = useJobSignal()
  const refusal = useRefusal(facts, known)
  const doubts = useDoubts(facts)
  const keep = () =>
    void work.run(async () => {
      const next = wantsNew ? await form.check() : undefined
      if (wantsNew && next === undefined) return
      announce(t('keeping'))
      const wrapped = await engine.importIdentity(bytes, passphrase, beginJob(), next)
      const identity = identityToStore(wrapped, 'imported', newId(), now())
      await session.register().identities.add(identity)
      onKept(identity)
    })
  return (
    <StepFrame
      heading={t('lookTitle')}
      foot={
        <>
          <Button onClick={onBack}>{t('back')}</Button>
          <Button type="primary" disabled={refusal !== undefined} loading={work.busy} onClick={keep}>
            {t('keep')}
          </Button>
        </>
      }
    >
      <IdentityStateMark state={identityState(facts, now())} />
      <CertificateFacts of={facts} now={now()} />
      {refusal !== undefined && (
        <p role="alert" className={`${styles.doubt} ${styles.refusal}`}>
          {refusal}
        </p>
      )}
      {doubts.length > 0 && (
        <ul className="stack-tight" aria-label={t('doubts')}>
          {doubts.map((doubt) => (
            <li key={doubt} className={styles.doubt}>
              {doubt}
            </li>
          ))}
        </ul>
      )}
      {refusal === undefined && (
        <>
          {hasNone ? (
            <p>{t('keptNoPassphrase')}</p>
          ) : (
            <KeptUnder passphrase={passphrase} isNew={wantsNew} onChange={setWantsNew} disabled={work.busy} />
          )}
          {wantsNew && (
            <NewPassphrase form={form} label={t('ownPassphrase')} onEnter={keep} disabled={work.busy} />
          )}
        </>
      )}
      {work.busy && (
        <p className="quiet" role="status">
          {t('keeping')}
        </p>
      )}
      {work.error !== undefined && <ErrorNotice error={work.error} />}
    </StepFrame>
  )
}

/** Why it cannot be kept, in a sentence. */
function useRefusal(facts: IdentityFacts, known: readonly StoredIdentity[]): string | undefined {
  const { t } = useTranslation('identity')
  const same = known.find(({ certificateSha256 }) => certificateSha256 === facts.certificateSha256)
  if (same) return t('knownAlready', { label: same.label })
  return facts.canSign ? undefined : t('cannotSign')
}

/** What may stand but should be known, in sentences. */
function useDoubts(facts: IdentityFacts): readonly string[] {
  const { t } = useTranslation('identity')
  const { now } = useServices()
  const language = useLanguage()
  const from = localDate(new Date(facts.notBefore))
  const until = localDate(new Date(facts.notAfter))
  const { kind } = identityState(facts, now())
  const weak = weakKeyFindings(facts.keyType, facts.subjectName).map((found) =>
    explainFinding(found, language),
  )
  if (kind === 'expired') return [t('doubtExpired', { date: until }), ...weak]
  if (kind === 'not-yet-valid') return [t('doubtNotYet', { date: from }), ...weak]
  if (kind === 'soon') return [t('doubtSoon', { date: until }), ...weak]
  return weak
}

interface KeptUnderProps {
  readonly passphrase: string
  readonly isNew: boolean
  readonly onChange: (isNew: boolean) => void
  readonly disabled: boolean
}

function KeptUnder({ passphrase, isNew, onChange, disabled }: KeptUnderProps) {
  const { t } = useTranslation('identity')
  const id = useId()
  const strength = useStrength(passphrase)
  const isWeak = strength !== undefined && !strength.accepted
  return (
    <div className="field">
      <span className="field-label" id={id}>
        {t('keptUnder')}
      </span>
      <Radio.Group
        aria-labelledby={id}
        className={styles.radios ?? ''}
        disabled={disabled}
        value={isNew}
        onChange={(event) => onChange(event.target.value === true)}
      >
        <Radio value={false}>
          {isWeak ? t('keptSameWeak') : t('keptSame')}
          <span className={styles.radioNote}>{t('keptSameNote')}</span>
        </Radio>
        <Radio value={true}>
          {t('keptNew')}
          <span className={styles.radioNote}>{t('keptNewNote')}</span>
        </Radio>
      </Radio.Group>
    </div>
  )
}
