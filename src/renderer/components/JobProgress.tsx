import { CloseOutlined } from '@ant-design/icons'
import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import type { JobView } from '../engine-host/jobs.ts'
import { elideMiddle, useFormats } from '../i18n/formats.ts'
import { useServices } from '../services.ts'

/** What a running job does, how far it is, how fast, how long it still takes, and a way to stop it. */
export function JobProgress({ job }: { readonly job: JobView }) {
  const { t } = useTranslation('jobs')
  const { jobs } = useServices()
  const formats = useFormats()
  const name = t(`kind.${job.kind}`)
  const details = [
    job.step ? t(`step.${job.step}`) : '',
    job.total > 0 ? t('steps', { done: formats.number(job.done), total: formats.number(job.total) }) : '',
    job.speed > 0 ? formats.speed(job.speed) : '',
    job.secondsLeft === undefined ? '' : formats.timeLeft(job.secondsLeft),
  ].filter(Boolean)
  const bytes =
    job.bytesTotal > 0
      ? t('bytes', { done: formats.size(job.bytesDone), total: formats.size(job.bytesTotal) })
      : ''
  return (
    <div
      className="job"
      role="group"
      aria-label={name}
      title={[job.subject && elideMiddle(job.subject, 60), bytes].filter(Boolean).join(' · ')}
    >
      <div className="job-words">
        <span className="job-name">{name}</span>
        <span className="job-details">{details.join(' · ')}</span>
      </div>
      <Progress percent={percentDone(job)} showInfo={false} size="small" aria-label={name} />
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined aria-hidden />}
        aria-label={t('cancel', { name })}
        title={t('cancel', { name })}
        onClick={() => jobs.cancel(job.id)}
      />
    </div>
  )
}

function percentDone(job: JobView): number {
  if (job.bytesTotal > 0) return Math.floor((job.bytesDone / job.bytesTotal) * 100)
  return job.total > 0 ? Math.floor((job.done / job.total) * 100) : 0
}
