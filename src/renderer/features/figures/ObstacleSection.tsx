import { Button, Switch } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { obstacleReport } from '../../../shared/domain/obstacle-report.ts'
import type { Months } from '../../../shared/domain/response-rate.ts'
import { PaperDialog } from '../../components/case-papers/PaperDialog.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { useWork } from '../../components/use-work.ts'
import { localDate } from '../../i18n/formats.ts'
import { useServices } from '../../services.ts'
import styles from './figures.module.css'
import { gatherObstacles, type GatheredObstacles } from './gather-obstacles.ts'

interface ObstacleSectionProps {
  readonly ids: readonly string[]
  readonly months: Months
}

/** The report on what stood in the way over all cases, anonymised unless the person says otherwise. */
export function ObstacleSection({ ids, months }: ObstacleSectionProps) {
  const { t } = useTranslation('figures')
  const { t: papers } = useTranslation('workPapers')
  const { session, jobs, now } = useServices()
  const [isAnonymised, setAnonymised] = useState(true)
  const [gathered, setGathered] = useState<GatheredObstacles>()
  const work = useWork()
  const id = useId()
  const make = () =>
    work.run(async () => {
      setGathered(await jobs.run('gather', t('obstaclesJob'), (job) => gatherObstacles(session, ids, job)))
    })
  return (
    <section className={styles.card} aria-labelledby={id}>
      <h2 id={id}>{t('section.obstacles')}</h2>
      <p className="quiet">{t('obstaclesText')}</p>
      <div className={styles.switch}>
        <Switch
          id={`${id}-anonymise`}
          checked={isAnonymised}
          disabled={work.busy}
          aria-describedby={`${id}-help`}
          onChange={setAnonymised}
        />
        <label htmlFor={`${id}-anonymise`}>{t('anonymise')}</label>
      </div>
      <p id={`${id}-help`} className={isAnonymised ? 'quiet' : styles.warning}>
        {t(isAnonymised ? 'anonymiseHelp' : 'namedWarning')}
      </p>
      <div className={styles.buttons}>
        <Button loading={work.busy} onClick={() => void make()}>
          {t('makeObstacles')}
        </Button>
      </div>
      {work.error !== undefined && <ErrorNotice error={work.error} />}
      {gathered && (
        <PaperDialog
          title={papers('title.obstacles')}
          fileStem=""
          request={(language, createdAt) => {
            const on = localDate(now())
            const report = obstacleReport(gathered.cases, { months, on, isAnonymised })
            return { kind: 'obstacles', report, unread: gathered.unread, on, language, createdAt }
          }}
          onClose={() => setGathered(undefined)}
        />
      )}
    </section>
  )
}
