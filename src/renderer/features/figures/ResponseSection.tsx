import { Button, Radio } from 'antd'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isNotified } from '../../../shared/domain/board-facts.ts'
import {
  isWithin,
  type Months,
  responseClasses,
  type ResponseGrouping,
  type ResponseRow,
  responseTable,
} from '../../../shared/domain/response-rate.ts'
import { crimeName } from '../../../shared/law/law-book.ts'
import type { Language } from '../../../shared/messages/explain.ts'
import { sayBoard } from '../../../shared/messages/say-board.ts'
import { rateText, sayWorkPaper } from '../../../shared/messages/say-work-paper.ts'
import { PaperDialog } from '../../components/case-papers/PaperDialog.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { useServices } from '../../services.ts'
import styles from './figures.module.css'
import { responseColumns } from './response-columns.ts'
import { ResponseChart } from './ResponseChart.tsx'
import { useSaveCsv } from './use-save-csv.ts'

const groupings = ['month', 'brand', 'office', 'crime'] as const satisfies readonly ResponseGrouping[]
const rowHeight = 36
const mostHeight = 440

interface ResponseSectionProps {
  readonly rows: readonly ResponseRow[]
  readonly months: Months
  readonly today: string
}

/** The response rate by month, brand, office or crime: total, chart and table, to be exported and printed. */
export function ResponseSection({ rows, months, today }: ResponseSectionProps) {
  const { t } = useTranslation('figures')
  const { t: papers } = useTranslation('workPapers')
  const { law } = useServices()
  const language = useLanguage()
  const saveCsv = useSaveCsv()
  const [by, setBy] = useState<ResponseGrouping>('month')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [printing, setPrinting] = useState(false)
  const id = useId()

  const within = useMemo(() => rows.filter(({ receivedOn }) => isWithin(receivedOn, months)), [rows, months])
  const table = useMemo(() => responseTable(within, by, today), [within, by, today])
  const hasPeriod = months.from !== '' || months.to !== ''
  const leftOut = hasPeriod ? rows.filter((row) => row.receivedOn === '' && isNotified(row)).length : 0
  const nameOf = useMemo(
    () => (key: string) => {
      if (key === '') return sayBoard('board.blank', language)
      return by === 'crime' ? crimeName(law, key, language) : key
    },
    [law, by, language],
  )
  const columns = useMemo(() => responseColumns(by, language, nameOf, t), [by, language, nameOf, t])
  const namesIn = (one: Language): Record<string, string> =>
    by === 'crime' ? Object.fromEntries(table.groups.map(({ key }) => [key, crimeName(law, key, one)])) : {}
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.sectionHead}>
        <h2 id={id}>{t('section.response')}</h2>
        <div className={styles.buttons}>
          <Button onClick={() => void saveCsv(table, by, today, nameOf)}>{t('csv')}</Button>
          <Button onClick={() => setPrinting(true)}>{t('print')}</Button>
        </div>
      </div>
      <Radio.Group
        aria-label={t('by')}
        optionType="button"
        className={styles.groupings ?? ''}
        value={by}
        onChange={(event) => {
          setBy(event.target.value as ResponseGrouping)
          setSelected(new Set())
        }}
      >
        {groupings.map((one) => (
          <Radio.Button key={one} value={one}>
            {t(`by.${one}`)}
          </Radio.Button>
        ))}
      </Radio.Group>
      {table.total.notified === 0 ? (
        <p role="status">{t('noMatch')}</p>
      ) : (
        <>
          <p className={styles.total}>
            <strong>
              {t('rate')} {rateText(table.total) || t('noRate')}
            </strong>
            <span>
              {t('totalText', {
                notified: table.total.notified,
                counts: responseClasses
                  .map((one) => {
                    const name = sayBoard(`response.${one}`, language)
                    return t('classCount', { name, count: table.total.counts[one] })
                  })
                  .join(t('comma')),
              })}
            </span>
          </p>
          <ResponseChart groups={table.groups} by={by} nameOf={nameOf} />
          <div
            className={styles.table}
            style={{ height: Math.min(mostHeight, (table.groups.length + 1) * rowHeight + 2) }}
          >
            <DataTable
              key={by}
              name="figures"
              label={t('table')}
              rows={table.groups}
              rowId={({ key }) => key || '-'}
              columns={columns}
              rowHeight={rowHeight}
              selected={selected}
              onSelect={setSelected}
              empty={null}
            />
          </div>
          <p className="quiet">{t('copyHelp')}</p>
        </>
      )}
      {leftOut > 0 && <p className="quiet">{t('leftOut', { count: leftOut })}</p>}
      <div className={styles.means}>
        <h3>{t('meansTitle')}</h3>
        <p>{sayWorkPaper('response.means', language)}</p>
        <p>{sayWorkPaper('response.rate-means', language)}</p>
        <p>{sayWorkPaper('response.counted', language)}</p>
        {by === 'crime' && <p>{sayWorkPaper('response.crimes', language)}</p>}
      </div>
      {printing && (
        <PaperDialog
          title={papers('title.response')}
          fileStem=""
          request={(one, createdAt) => ({
            kind: 'response',
            table,
            by,
            names: namesIn(one),
            months,
            on: today,
            language: one,
            createdAt,
          })}
          onClose={() => setPrinting(false)}
        />
      )}
    </section>
  )
}
