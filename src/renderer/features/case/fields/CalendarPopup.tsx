import { DoubleLeftOutlined, DoubleRightOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, addMonths, monthOf, weeksOf } from '../../../components/date-text.ts'
import styles from './CalendarPopup.module.css'

interface CalendarPopupProps {
  readonly label: string
  readonly chosen: string | undefined
  readonly today: string
  /** An empty text clears the date. */
  readonly onChoose: (date: string) => void
  readonly onClose: () => void
}

/** A month to choose a day from. Arrows move by day and week, Page keys by month (with Shift by year), Esc closes. */
export function CalendarPopup({ label, chosen, today, onChoose, onClose }: CalendarPopupProps) {
  const { t } = useTranslation('case')
  const [day, setDay] = useState(chosen ?? today)
  const grid = useRef<HTMLTableElement>(null)
  const moved = useRef(true)
  useEffect(() => {
    if (moved.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    moved.current = false
  }, [day])

  const month = monthOf(day)
  const go = (date: string, focus: boolean) => {
    moved.current = focus
    setDay(date)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveOf(event, day)
    if (next === undefined) return
    event.preventDefault()
    go(next, true)
  }
  const step = (icon: typeof LeftOutlined, name: string, months: number) => {
    const Icon = icon
    return (
      <Button
        type="text"
        size="small"
        icon={<Icon aria-hidden />}
        aria-label={name}
        onClick={() => go(addMonths(day, months), false)}
      />
    )
  }
  return (
    <div
      role="dialog"
      aria-label={label}
      className={styles.calendar}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        event.preventDefault()
        onClose()
      }}
    >
      <div className={styles.head}>
        {step(DoubleLeftOutlined, t('previousYear'), -12)}
        {step(LeftOutlined, t('previousMonth'), -1)}
        <div className={styles.month} aria-live="polite">
          {t('monthTitle', { year: month.year, month: String(month.month).padStart(2, '0') })}
        </div>
        {step(RightOutlined, t('nextMonth'), 1)}
        {step(DoubleRightOutlined, t('nextYear'), 12)}
      </div>
      <table role="grid" aria-label={label} ref={grid} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => (
              <th key={weekday} scope="col">
                {t(`weekday.${weekday}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week, row) => (
            <tr key={row}>
              {week.map((date, column) => (
                <td key={column} role="gridcell" aria-selected={date !== undefined && date === chosen}>
                  {date !== undefined && (
                    <button
                      type="button"
                      className={styles.day}
                      tabIndex={date === day ? 0 : -1}
                      aria-label={t('dayLabel', { day: Number(date.slice(8)), date })}
                      aria-current={date === today ? 'date' : undefined}
                      data-chosen={date === chosen || undefined}
                      onClick={() => onChoose(date)}
                    >
                      {Number(date.slice(8))}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.foot}>
        <Button type="link" size="small" onClick={() => onChoose(today)}>
          {t('today')}
        </Button>
        <Button type="link" size="small" onClick={() => onChoose('')}>
          {t('clearDate')}
        </Button>
      </div>
    </div>
  )
}

function moveOf(event: KeyboardEvent, day: string): string | undefined {
  const column = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  switch (event.key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'Home':
      return addDays(day, -column)
    case 'End':
      return addDays(day, 6 - column)
    case 'PageUp':
      return addMonths(day, event.shiftKey ? -12 : -1)
    case 'PageDown':
      return addMonths(day, event.shiftKey ? 12 : 1)
    default:
      return undefined
  }
}
