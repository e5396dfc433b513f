import { CloseOutlined } from '@ant-design/icons'
import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import type { JobView } from '../engine-host/jobs.ts'
import { elideMiddle, useFormats } from '../i18n/formats.ts'
import { useServices } from '../services.ts'

interface JobProgressProps {
  readonly job: JobView
  /** One line for the top bar. */
  readonly compact?: boolean
}

/** What a job does, how far it is, how fast, how long it still takes, and a way to stop it. */
export function JobProgress({ job, compact = false }: JobProgressProps) {
  const { t } = useTranslation('jobs')
  const { jobs } = useServices()
  const formats = useFormats()
  const percent = percentDone(job)
  const name = t(`kind.${job.kind}`)
  const details = [
    job.total > 0 ? t('steps', { done: formats.number(job.done), total: formats.number(job.total) }) : '',
    job.bytesTotal > 0 && !compact
      ? t('bytes', { done: formats.size(job.bytesDone), total: formats.size(job.bytesTotal) })
      : '',
    job.speed > 0 ? formats.speed(job.speed) : '',
    job.secondsLeft === undefined ? '' : formats.timeLeft(job.secondsLeft),
  ].filter(Boolean)
  return (
    <div className={compact ? 'job job-compact' : 'job'} role="group" aria-label={name}>
      <div className="job-words">
        <span className="job-name">{name}</span>
        {!compact && job.subject && <span className="job-subject">{elideMiddle(job.subject, 40)}</span>}
        <span className="job-details">{details.join(' · ')}</span>
      </div>
      <Progress
        percent={percent}
        showInfo={false}
        size="small"
        status={job.state === 'failed' ? 'exception' : 'normal'}
        aria-label={name}
      />
      {(job.state === 'running' || job.state === 'waiting') && (
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('cancel', { name })}
          title={t('cancel', { name })}
          onClick={() => jobs.cancel(job.id)}
        />
      )}
    </div>
  )
}

function percentDone(job: JobView): number {
  if (job.state === 'done') return 100
  if (job.bytesTotal > 0) return Math.floor((job.bytesDone / job.bytesTotal) * 100)
  return job.total > 0 ? Math.floor((job.done / job.total) * 100) : 0
}
