import { CheckCircleFilled, ExclamationCircleFilled, MinusCircleOutlined } from '@ant-design/icons'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { instantOf } from '../../../shared/domain/instant.ts'
import { planCase } from '../../components/bundles/plan-case.ts'
import { useOutdated } from '../../components/bundles/use-outdated.ts'
import type { StoredBundle } from '../../register/bundle-records.ts'
import { useLive } from '../../register/use-live.ts'
import { useServices } from '../../services.ts'
import { useCaseWork, useDraft } from './case-context.ts'
import { isPageFilled, isPartFilled } from './filled-parts.ts'
import {
  pageOf,
  partsOfPage,
  sectionOf,
  stateOf,
  type CasePage,
  type FormsPage,
  type SectionState,
} from './next-step.ts'
import type { CaseWords } from './place-words.ts'
import styles from './case.module.css'

/** The pages of a case and the parts of its overview, each with how it stands. */
export function SectionList() {
  const { t } = useTranslation('case')
  const { case: stored, findings, items } = useCaseWork()
  const [path] = useLocation()
  const at = (page: string) => path.startsWith(`/cases/${stored.id}/${page}`)
  const bundles = useLive((register) => register.bundles.ofCase(stored.id), [stored.id])
  const itemCount = items.filter((item) => !item.trashed).length
  const ofEvidence = findings.filter((found) => pageOf(found.subject) === 'evidence')
  const evidence = stateOf(ofEvidence, itemCount > 0)
  const isForms = at('overview') || at('dates') || at('log') || at('checklist')
  const link = (page: CasePage | 'bundle', line: ReactNode) => (
    <Link
      href={`/cases/${stored.id}/${page}`}
      className={styles.section}
      aria-current={at(page) ? 'page' : undefined}
    >
      {line}
    </Link>
  )
  const open = (Object.keys(partsOfPage) as FormsPage[]).find((page) => at(page))
  return (
    <nav className={styles.sections} aria-label={t('sections')} data-slim={isForms ? undefined : true}>
      <ul>
        <li>{link('overview', <FormsLine page="overview" />)}</li>
        <li>{link('checklist', <ChecklistLine />)}</li>
        <li>
          {link(
            'evidence',
            <SectionLine
              title={t('evidence')}
              state={evidence}
              note={t('itemCount', { count: itemCount })}
            />,
          )}
        </li>
        <li>{link('dates', <FormsLine page="dates" />)}</li>
        <li>{link('bundle', <BundleLine bundles={bundles ?? []} />)}</li>
        <li>{link('log', <FormsLine page="log" />)}</li>
      </ul>
      {/* Below them all: pages keep their places whatever is open. */}
      {open && <PartsOf page={open} />}
    </nav>
  )
}

function FormsLine({ page }: { readonly page: FormsPage }) {
  const { t } = useTranslation('case')
  const { findings } = useCaseWork()
  const draft = useDraft()
  const ofPage = findings.filter((found) => pageOf(found.subject) === page)
  const state = stateOf(ofPage, isPageFilled(draft, page))
  return <SectionLine title={t(`page.${page}`)} state={state} />
}

/** The parts of the page that is open, each with how it stands. */
function PartsOf({ page }: { readonly page: FormsPage }) {
  const { t } = useTranslation('case')
  const { findings, jump } = useCaseWork()
  const draft = useDraft()
  return (
    <ul className={styles.subsections} aria-label={t('partsOf', { page: t(`page.${page}`) })}>
      {partsOfPage[page].map((part) => {
        const ofPart = findings.filter((found) => sectionOf(found.subject) === part)
        const state = stateOf(ofPart, isPartFilled(draft, part))
        return (
          <li key={part}>
            <button type="button" className={styles.subsection} onClick={() => jump(`part:${part}`)}>
              <SectionLine title={t(`part.${part}`)} state={state} />
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** How complete the papers are. */
function ChecklistLine() {
  const { t } = useTranslation('case')
  const { t: tList } = useTranslation('checklist')
  const { completeness } = useCaseWork()
  const { done, of } = completeness
  const whole = of > 0 && done === of
  return (
    <>
      {whole ? (
        <CheckCircleFilled className={styles.iconDone} aria-hidden />
      ) : (
        <MinusCircleOutlined className={styles.iconOpen} aria-hidden />
      )}
      <span className={styles.sectionTitle}>{t('page.checklist')}</span>
      <span className={styles.sectionState}>
        <span>{tList('completeness', { done, of })}</span>
      </span>
    </>
  )
}

/** Bundles that were built, or that there is none yet; and whether the case changed since the newest. */
function BundleLine({ bundles }: { readonly bundles: readonly StoredBundle[] }) {
  const { t } = useTranslation('bundle')
  const { case: stored, items } = useCaseWork()
  const { law, limits, now } = useServices()
  const [newest] = bundles
  const count = bundles.length
  const planned = useMemo(
    () =>
      newest?.printedSha256 === undefined
        ? undefined
        : planCase(stored.draft, items, { createdAt: instantOf(now()), draft: false, law, limits }),
    [newest, stored.draft, items, now, law, limits],
  )
  const outdated = useOutdated(newest, planned)
  return (
    <>
      {outdated ? (
        <ExclamationCircleFilled className={styles.iconOpen} aria-hidden />
      ) : count > 0 ? (
        <CheckCircleFilled className={styles.iconDone} aria-hidden />
      ) : (
        <MinusCircleOutlined className={styles.iconOpen} aria-hidden />
      )}
      <span className={styles.sectionTitle}>{t('title')}</span>
      <span className={styles.sectionState}>
        <span>{outdated ? t('stateOutdated') : count > 0 ? t('state', { count }) : t('stateNone')}</span>
      </span>
    </>
  )
}

interface SectionLineProps {
  readonly title: string
  readonly state: SectionState
  readonly note?: string
}

function SectionLine({ title, state, note }: SectionLineProps) {
  const { t } = useTranslation('case')
  return (
    <>
      <StateIcon state={state.state} />
      <span className={styles.sectionTitle}>{title}</span>
      <span className={styles.sectionState}>
        {note !== undefined && <span>{note}</span>}
        <span className={state.gaps + state.problems === 0 ? 'only-heard' : undefined}>
          {stateWords(state, t)}
        </span>
      </span>
    </>
  )
}

/** Shapes differ, so that colour only repeats them. */
function StateIcon({ state }: { readonly state: SectionState['state'] }) {
  if (state === 'done') return <CheckCircleFilled className={styles.iconDone} aria-hidden />
  if (state === 'empty') return <span className={styles.iconEmpty} aria-hidden />
  if (state === 'open') return <MinusCircleOutlined className={styles.iconOpen} aria-hidden />
  return <ExclamationCircleFilled className={styles.iconWrong} aria-hidden />
}

function stateWords(state: SectionState, t: CaseWords): string {
  if (state.problems > 0) return t('state.problems', { count: state.problems })
  if (state.gaps > 0) return t('state.gaps', { count: state.gaps })
  return t(state.state === 'empty' ? 'state.empty' : 'state.done')
}
