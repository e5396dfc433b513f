import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useJobs } from '../components/JobIndicator.tsx'
import { isUnderWay } from '../engine-host/jobs.ts'
import { useFormats } from '../i18n/formats.ts'

/** Asks before a window that closes stops the jobs under way. Says nothing of a case: the vault may be locked. */
export function ClosingQuestion({ onAnswer }: { readonly onAnswer: (close: boolean) => void }) {
  const { t } = useTranslation('jobs')
  const formats = useFormats()
  const jobs = useJobs().filter(isUnderWay)
  const stay = () => onAnswer(false)
  return (
    <Modal
      open
      title={t(jobs.length > 0 ? 'closing.title' : 'closing.endedTitle')}
      onCancel={stay}
      footer={
        <>
          <Button danger={jobs.length > 0} onClick={() => onAnswer(true)}>
            {t(jobs.length > 0 ? 'closing.stop' : 'closing.close')}
          </Button>
          <Button type="primary" autoFocus onClick={stay}>
            {t('closing.stay')}
          </Button>
        </>
      }
    >
      <p>{t(jobs.length > 0 ? 'closing.text' : 'closing.endedText')}</p>
      <ul>
        {jobs.map((job) => {
          const name = t(`kind.${job.kind}`)
          const steps = { done: formats.number(job.done), total: formats.number(job.total) }
          return <li key={job.id}>{job.total > 0 ? t('closing.job', { name, ...steps }) : name}</li>
        })}
      </ul>
    </Modal>
  )
}
