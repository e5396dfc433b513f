import {
  CheckCircleOutlined,
  ExclamationCircleOutlined,
  FormOutlined,
  InfoCircleOutlined,
} from '@ant-design/icons'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../shared/contract/finding.ts'
import { explainFinding } from '../../../shared/messages/explain.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useCaseWork, useDraft } from './case-context.ts'
import { explainCaseFinding } from './finding-words.ts'
import { itemPlaceWords } from './item-place-words.ts'
import { sectionOf } from './next-step.ts'
import { recordOnScreen } from './record-on-screen.ts'
import styles from './case.module.css'

const shownAtFirst = 8

/** Everything missing, wrong or doubtful; each line leads to its field. Evidence is summed up: its page has the rest,
 * but for characters that cannot be printed. */
export function FindingsPanel() {
  const { t } = useTranslation('case')
  const { findings } = useCaseWork()
  const problems = findings.filter((found) => found.severity === 'error' && found.code !== 'field.required')
  const gaps = findings.filter((found) => found.code === 'field.required')
  const notes = findings.filter((found) => found.severity === 'info')
  const doubts = findings.filter((found) => found.severity === 'warning')
  return (
    <section className={styles.findings} aria-label={t('findings')}>
      <h2>{t('findings')}</h2>
      {findings.length === notes.length && (
        <div className={styles.findingsNone}>
          <CheckCircleOutlined aria-hidden />
          <div>
            <p>{t('findingsNone')}</p>
            <p className={styles.quiet}>{t('findingsNoneMore')}</p>
          </div>
        </div>
      )}
      <Findings
        heading={t('findings.problems')}
        icon={<ExclamationCircleOutlined className={styles.iconWrong} aria-hidden />}
        list={problems}
        evidence={(count) => t('evidenceProblems', { count })}
      />
      <Findings
        heading={t('findings.gaps')}
        icon={<FormOutlined className={styles.iconOpen} aria-hidden />}
        list={gaps}
        evidence={(count) => t('evidenceGaps', { count })}
      />
      <Findings
        heading={t('findings.doubts')}
        icon={<InfoCircleOutlined className={styles.iconOpen} aria-hidden />}
        list={doubts}
        evidence={(count) => t('evidenceDoubts', { count })}
      />
      <Findings
        heading={t('findings.notes')}
        icon={<InfoCircleOutlined className={styles.iconOpen} aria-hidden />}
        list={notes}
        evidence={(count) => t('evidenceNotShown', { count })}
      />
    </section>
  )
}

interface FindingsProps {
  readonly heading: string
  readonly icon: ReactNode
  readonly list: readonly Finding[]
  readonly evidence: (count: number) => string
}

function Findings({ heading, icon, list, evidence }: FindingsProps) {
  const { t } = useTranslation('case')
  const language = useLanguage()
  const { t: tEvidence } = useTranslation('evidence')
  const { jump, items } = useCaseWork()
  const draft = useDraft()
  const [all, setAll] = useState(false)
  if (list.length === 0) return null
  const isOfItems = (found: Finding) => sectionOf(found.subject) === 'evidence' && found.subject !== 'groups'
  // A character is found only where its place is named.
  const isNamed = (found: Finding) => isOfItems(found) && found.code === 'case.unprintable'
  const ofItems = list.filter((found) => isOfItems(found) && !isNamed(found))
  const others = list.filter((found) => !ofItems.includes(found))
  const record = list.some(isNamed) ? recordOnScreen(draft, items) : undefined
  const words = (found: Finding) =>
    record && isNamed(found)
      ? explainFinding({ ...found, subject: itemPlaceWords(tEvidence, record, found.subject) }, language)
      : explainCaseFinding(found, t, draft, language, 'panel')
  const shown = all ? others : others.slice(0, shownAtFirst)
  return (
    <>
      <h3>{heading}</h3>
      <ul>
        {shown.map((found) => (
          <li key={`${found.code} ${found.subject} ${JSON.stringify(found.facts)}`}>
            <button type="button" className={styles.finding} onClick={() => jump(found.subject)}>
              {icon}
              <span>{words(found)}</span>
            </button>
          </li>
        ))}
        {others.length > shown.length && (
          <li>
            <button type="button" className={styles.finding} onClick={() => setAll(true)}>
              {t('findingsMore', { count: others.length - shown.length })}
            </button>
          </li>
        )}
        {ofItems.length > 0 && (
          <li>
            <button type="button" className={styles.finding} onClick={() => jump('groups')}>
              {icon}
              <span>{evidence(ofItems.length)}</span>
            </button>
          </li>
        )}
      </ul>
    </>
  )
}
