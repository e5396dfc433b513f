import { instantOf } from '../../../shared/domain/instant.ts'
import { Spin } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { identityState, maySign } from '../../../shared/domain/signing-identity.ts'
import { throwAwayChoice } from '../../components/signing/IdentityChoice.tsx'
import { useIdentities } from '../../components/signing/use-identities.ts'
import { useLive } from '../../register/use-live.ts'
import { useSession } from '../../register/use-session.ts'
import { useServices } from '../../services.ts'
import { BuildForm } from './BuildForm.tsx'
import { BuildResult } from './BuildResult.tsx'
import { EarlierBundles } from './EarlierBundles.tsx'
import { OrderNote } from './OrderNote.tsx'
import { PapersPreviewPane } from './PapersPreviewPane.tsx'
import { planCase, withUnprintable } from '../../components/bundles/plan-case.ts'
import { useOutdated } from '../../components/bundles/use-outdated.ts'
import { useBuild } from './use-build.ts'
import { usePreview } from './use-preview.ts'
import styles from './bundle.module.css'

interface BundlePageProps {
  readonly caseId: string
  /** What stops and what is doubtful, of the case itself. */
  readonly findings: ReactNode
  /** The fields of the case that say how the bundle is set. */
  readonly options: ReactNode
  /** How many characters of the case cannot be printed; undefined while the faces are asked. */
  readonly unprintable: number | undefined
}

/** From the case to the signed bundle: what stops it, how it is set, how it will look, building, saving, printing. */
export function BundlePage({ caseId, findings, options, unprintable }: BundlePageProps) {
  const { t } = useTranslation('bundle')
  const { law, limits, now, version } = useServices()
  const session = useSession()
  const stored = useLive(({ cases }) => cases.get(caseId), [caseId])
  const items = useLive((register) => register.items.ofCase(caseId), [caseId])
  const bundles = useLive((register) => register.bundles.ofCase(caseId), [caseId])
  const identities = useIdentities()
  const [chosen, setChosen] = useState<string>()
  const [wantsDraft, setWantsDraft] = useState(false)
  const build = useBuild(caseId, version)

  const planned = useMemo(() => {
    if (!stored || !items) return undefined
    const createdAt = instantOf(now())
    const plan = planCase(stored.draft, items, { createdAt, draft: wantsDraft, law, limits })
    return withUnprintable(plan, unprintable)
  }, [stored, items, wantsDraft, law, limits, now, unprintable])
  // The first that may sign, until the person chooses.
  const usable = identities?.find((identity) => maySign(identityState(identity, now())))
  const choice = chosen ?? usable?.id ?? throwAwayChoice
  const identity = identities?.find(({ id }) => id === choice)
  const signer = identity
    ? {
        name: identity.subjectName,
        fingerprint: identity.certificateSha256,
        throwAway: false,
        selfSigned: identity.selfSigned,
      }
    : {
        name: t(stored?.draft.documentLanguage === 'en' ? 'throwAwayNameEn' : 'throwAwayNameZh'),
        fingerprint: '0'.repeat(64),
        throwAway: true,
        selfSigned: true,
      }
  const present = useMemo(() => items?.filter((item) => !item.trashed) ?? [], [items])
  const outdated = useOutdated(bundles?.[0], planned)
  const preview = usePreview(planned?.plan, items ?? [], signer, version)

  if (!stored || !items || !planned || !bundles) {
    return (
      <div className={styles.waiting} role="status">
        <Spin />
        <span>{t('loading')}</span>
      </div>
    )
  }
  const readOnly = stored.state === 'trashed' || (session.kind === 'open' && session.readOnly)
  // As the register has it: what its ZIP is shows later.
  const bundle = bundles.find(({ id }) => id === build.built?.bundle.id)
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        {findings}
        <section className={styles.part} aria-labelledby="bundle-options">
          <h2 id="bundle-options">{t('optionsTitle')}</h2>
          <OrderNote caseId={caseId} />
          {options}
        </section>
        <BuildForm
          planned={planned}
          itemCount={present.length}
          identities={identities}
          choice={choice}
          onChoice={setChosen}
          wantsDraft={wantsDraft}
          onDraft={setWantsDraft}
          build={build}
          disabled={readOnly}
        />
        {build.built && bundle && (
          <BuildResult built={{ ...build.built, bundle }} outdated={outdated && bundle === bundles[0]} />
        )}
        <EarlierBundles bundles={bundles} outdated={outdated} readOnly={readOnly} />
      </div>
      <PapersPreviewPane preview={preview} planned={planned} items={present} />
    </div>
  )
}
