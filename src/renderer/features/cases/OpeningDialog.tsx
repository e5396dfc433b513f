import { Button, Modal } from 'antd'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Severity } from '../../../shared/contract/severity.ts'
import { explainFinding } from '../../../shared/messages/explain.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useServices } from '../../services.ts'
import { openingDesk } from './opening-desk.ts'
import styles from './cases.module.css'

const kinds: Readonly<Record<Severity, 'findingError' | 'findingWarning' | 'findingInfo'>> = {
  error: 'findingError',
  warning: 'findingWarning',
  info: 'findingInfo',
}

const titles = {
  refused: 'refusedTitle',
  known: 'knownTitle',
  lost: 'findingsTitle',
  opened: 'findingsTitle',
} as const

/** The oldest question about a case folder that is opened: what was found in it, and whether to go on. */
export function OpeningDialog() {
  const { t } = useTranslation('cases')
  const { jobs } = useServices()
  const [, go] = useLocation()
  const language = useLanguage()
  const desk = openingDesk(jobs)
  const [question] = useSyncExternalStore(desk.subscribe, desk.questions)
  if (!question) return null
  const { kind, folder, findings } = question
  const close = () => question.answer(false)
  const openKnown = () => {
    close()
    if (question.known) go(`/cases/${question.known.caseId}/overview`)
  }
  const texts = {
    refused: t('refusedText'),
    known: t('knownText', { code: question.known?.caseCode ?? '' }),
    lost: t('missingText', { count: findings.length }),
    opened: t('openedText'),
  }
  return (
    <Modal
      key={question.id}
      open
      width={640}
      title={t(titles[kind], { name: folder })}
      onCancel={close}
      footer={
        kind === 'known' ? (
          <>
            <Button onClick={close}>{t('cancel')}</Button>
            <Button onClick={() => question.answer(true)}>{t('knownAnother')}</Button>
            <Button type="primary" autoFocus onClick={openKnown}>
              {t('knownOpen')}
            </Button>
          </>
        ) : kind === 'lost' ? (
          <>
            <Button onClick={close}>{t('cancel')}</Button>
            <Button type="primary" autoFocus onClick={() => question.answer(true)}>
              {t('goOn')}
            </Button>
          </>
        ) : (
          <Button type="primary" autoFocus onClick={close}>
            {t('understood')}
          </Button>
        )
      }
    >
      <p>{texts[kind]}</p>
      {findings.length > 0 && (
        // Scrolls, so it can be reached by keyboard.
        <ul className={styles.foundList} tabIndex={0} aria-label={t('findingsList')}>
          {findings.map((found, index) => (
            <li key={index} className={styles.found}>
              <span className={styles.foundKind} data-severity={found.severity}>
                {t(kinds[found.severity])}
              </span>
              <span>{explainFinding(found, language)}</span>
            </li>
          ))}
        </ul>
      )}
    </Modal>
  )
}
