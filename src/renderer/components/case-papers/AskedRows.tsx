import { Checkbox } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChecklistRow } from '../../../shared/domain/checklist.ts'
import { rowTitle } from '../../../shared/messages/say-checklist.ts'
import { useLanguage } from '../../i18n/language.ts'
import styles from './case-papers.module.css'

interface AskedRowsProps {
  readonly rows: readonly ChecklistRow[]
  /** Codes of those that are not asked for. */
  readonly left: ReadonlySet<string>
  readonly onLeft: (left: ReadonlySet<string>) => void
}

/** The papers that can be asked for, each with how far it is; all of them are chosen at first. */
export function AskedRows({ rows, left, onLeft }: AskedRowsProps) {
  const { t } = useTranslation('workPapers')
  const { t: checklist } = useTranslation('checklist')
  const language = useLanguage()
  const id = useId()
  const chosen = rows.filter(({ code }) => !left.has(code)).length
  const turn = (code: string) => {
    const next = new Set(left)
    if (!next.delete(code)) next.add(code)
    onLeft(next)
  }
  if (rows.length === 0) return <p className="quiet">{t('letter.none')}</p>
  return (
    <fieldset className={styles.rows} aria-labelledby={id}>
      <legend id={id}>{t('letter.rows')}</legend>
      {rows.length > 1 && (
        <Checkbox
          checked={chosen === rows.length}
          indeterminate={chosen > 0 && chosen < rows.length}
          onChange={(event) => onLeft(new Set(event.target.checked ? [] : rows.map(({ code }) => code)))}
        >
          {t('letter.all')}
        </Checkbox>
      )}
      <div className={styles.list}>
        {rows.map((row) => (
          <Checkbox key={row.code} checked={!left.has(row.code)} onChange={() => turn(row.code)}>
            <span data-own-words>{rowTitle(row, language)}</span>{' '}
            {row.status !== 'missing' && (
              <span className="quiet">
                {t('letter.status', { status: checklist(`status.${row.status}`) })}
              </span>
            )}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}
