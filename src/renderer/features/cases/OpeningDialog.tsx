import { Button, Modal } from 'antd'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
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

/** The oldest question about a case folder that is opened: what was found in it, and whether to go on. */
export function OpeningDialog() {
  const { t } = useTranslation('cases')
  const { jobs } = useServices()
  const language = useLanguage()
  const desk = openingDesk(jobs)
  const [question] = useSyncExternalStore(desk.subscribe, desk.questions)
  if (!question) return null
  const { kind, folder, findings } = question
  const close = () => question.answer(false)
  const texts = {
    refused: t('refusedText'),
    lost: t('missingText', { count: findings.length }),
    opened: t('openedText'),
  }
  return (
    <Modal
      key={question.id}
      open
      width={640}
      title={t(kind === 'refused' ? 'refusedTitle' : 'findingsTitle', { name: folder })}
      onCancel={close}
      footer={
        kind === 'lost' ? (
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
      {/* Scrolls, so it can be reached by keyboard. */}
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
    </Modal>
  )
}
