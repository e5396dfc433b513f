import { CheckCircleOutlined, CloseCircleOutlined, FormOutlined, LoadingOutlined } from '@ant-design/icons'
import { Button, Checkbox, type InputRef } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../../shared/contract/failure.ts'
import { explainFailure } from '../../../shared/messages/explain.ts'
import { useAnnounce } from '../../app/announce.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { IdentityChoice, throwAwayChoice } from '../../components/signing/IdentityChoice.tsx'
import { PassphraseOfIdentity } from '../../components/signing/PassphraseOfIdentity.tsx'
import { useLanguage } from '../../i18n/language.ts'
import type { StoredIdentity } from '../../register/signing-records.ts'
import { useServices } from '../../services.ts'
import type { CasePlan } from '../../components/bundles/plan-case.ts'
import type { Build } from './use-build.ts'
import styles from './bundle.module.css'

interface BuildFormProps {
  readonly planned: CasePlan
  readonly itemCount: number
  readonly identities: readonly StoredIdentity[] | undefined
  readonly choice: string
  readonly onChoice: (choice: string) => void
  readonly wantsDraft: boolean
  readonly onDraft: (draft: boolean) => void
  readonly build: Build
  readonly disabled: boolean
}

/** Whether it can be built, who signs, and the button. */
export function BuildForm(props: BuildFormProps) {
  const { planned, identities, choice, build, disabled } = props
  const { t } = useTranslation('bundle')
  const { now } = useServices()
  const language = useLanguage()
  const announce = useAnnounce()
  const [passphrase, setPassphrase] = useState('')
  const [missing, setMissing] = useState(false)
  const field = useRef<InputRef>(null)
  const identity = identities?.find(({ id }) => id === choice)
  const mustBeDraft = planned.gaps > 0
  const draft = mustBeDraft || props.wantsDraft
  // Never another key than the one that is shown.
  const isKnown = identities !== undefined && (choice === throwAwayChoice || identity !== undefined)
  // While the faces are still asked it may be pressed: building asks them once more.
  const possible = planned.plan !== undefined && !disabled && isKnown

  const wrong = build.error instanceof Failure && build.error.code === 'identity.wrong-passphrase'
  const fieldError = missing
    ? t('passphraseMissing')
    : wrong
      ? explainFailure(build.error, language)
      : undefined
  const submit = async () => {
    if (!possible || build.busy) return
    if (identity && passphrase === '') {
      setMissing(true)
      announce(t('passphraseMissing'), 'assertive')
      field.current?.focus()
      return
    }
    const signer = identity && { identity, passphrase }
    await build.run({ draft, signer })
  }
  // What was typed is kept only where it has to be typed better.
  useEffect(() => {
    if (build.busy) return
    if (wrong) field.current?.focus()
    else setPassphrase('')
  }, [build.busy, wrong])
  return (
    <section className={styles.part} aria-labelledby="bundle-build">
      <h2 id="bundle-build">{t('buildTitle')}</h2>
      <p className={styles.quiet}>{t('buildText')}</p>
      <Readiness planned={planned} itemCount={props.itemCount} />
      <form
        className="stack"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <IdentityChoice
          value={choice}
          onChange={(value) => {
            props.onChoice(value)
            setPassphrase('')
            setMissing(false)
          }}
          identities={identities}
          now={now()}
          disabled={build.busy || disabled}
        />
        {identity && (
          <PassphraseOfIdentity
            value={passphrase}
            onChange={(value) => {
              setPassphrase(value)
              setMissing(false)
            }}
            error={fieldError}
            inputRef={field}
            disabled={build.busy || disabled}
          />
        )}
        <Checkbox
          checked={draft}
          disabled={mustBeDraft || build.busy || disabled}
          onChange={(event) => props.onDraft(event.target.checked)}
        >
          {t('draft')}
        </Checkbox>
        {build.error !== undefined && !wrong && <ErrorNotice error={build.error} />}
        <div className="row">
          <Button type="primary" htmlType="submit" disabled={!possible} loading={build.busy}>
            {build.busy ? t('building') : draft ? t('buildDraft') : t('build')}
          </Button>
        </div>
      </form>
    </section>
  )
}

function Readiness({ planned, itemCount }: Pick<BuildFormProps, 'planned' | 'itemCount'>) {
  const { t } = useTranslation('bundle')
  const line = (state: string, icon: ReactNode, words: string) => (
    <p className={styles.readiness} data-state={state}>
      {icon}
      <span>{words}</span>
    </p>
  )
  if (planned.errors > 0)
    return line('stops', <CloseCircleOutlined aria-hidden />, t('notReady', { count: planned.errors }))
  if (itemCount === 0) return line('stops', <CloseCircleOutlined aria-hidden />, t('noItems'))
  if (planned.isAsking === true) return line('asking', <LoadingOutlined aria-hidden />, t('asking'))
  if (planned.gaps > 0)
    return line('draft', <FormOutlined aria-hidden />, t('readyDraft', { count: planned.gaps }))
  return line('ready', <CheckCircleOutlined aria-hidden />, t('readyFinal'))
}
