import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import {
  responseClasses,
  type ResponseClass,
  type ResponseCounts,
  type ResponseGrouping,
} from '../../../shared/domain/response-rate.ts'
import { sayBoard } from '../../../shared/messages/say-board.ts'
import { useLanguage } from '../../i18n/language.ts'
import styles from './figures.module.css'

interface ResponseChartProps {
  readonly groups: readonly ResponseCounts[]
  readonly by: ResponseGrouping
  readonly nameOf: (key: string) => string
}

const mostBars = 20

/**
 * A bar for each group, parted by class; each class has a pattern of its own, so that it is not told by colour alone. The
 * table beside it says the same in numbers.
 */
export function ResponseChart({ groups, by, nameOf }: ResponseChartProps) {
  const { t } = useTranslation('figures')
  const language = useLanguage()
  const id = useId()
  const shown = shownGroups(groups, by)
  const more = groups.length - shown.length
  const longest = Math.max(1, ...shown.map(({ notified }) => notified))
  const seen = responseClasses.filter((one) => shown.some(({ counts }) => counts[one] > 0))
  return (
    <figure className={styles.chart} aria-label={t('chart')}>
      <svg className={styles.patterns} aria-hidden focusable="false">
        <defs>
          {responseClasses.map((one) => (
            <Pattern key={one} kind={one} id={`${id}-${one}`} />
          ))}
        </defs>
      </svg>
      <ul className={styles.legend} aria-label={t('legend')}>
        {seen.map((one) => (
          <li key={one}>
            <svg width="16" height="12" aria-hidden focusable="false">
              <rect className={styles.bar} width="16" height="12" fill={`url(#${id}-${one})`} />
            </svg>
            {sayBoard(`response.${one}`, language)}
          </li>
        ))}
      </ul>
      <div role="img" aria-label={t('chartOf', { by: t(`by.${by}`) })} className={styles.bars}>
        {shown.map(({ key, notified, counts }) => (
          <div key={key} className={styles.barLine}>
            <span className={styles.barName} title={nameOf(key)} data-own-words>
              {nameOf(key)}
            </span>
            <svg className={styles.barArea} width="100%" height="18" focusable="false">
              {segments(counts, longest).map(({ one, from, width }) => (
                <rect
                  key={one}
                  className={styles.bar}
                  x={`${from}%`}
                  y="1"
                  width={`${width}%`}
                  height="16"
                  fill={`url(#${id}-${one})`}
                >
                  <title>{`${sayBoard(`response.${one}`, language)} ${counts[one]}`}</title>
                </rect>
              ))}
            </svg>
            <span className={styles.barCount}>{notified}</span>
          </div>
        ))}
      </div>
      {more > 0 && (
        <figcaption className="quiet">{t('chartMore', { shown: shown.length, count: more })}</figcaption>
      )}
    </figure>
  )
}

/** Months in their order, the last ones where there are many; other groups by size. */
function shownGroups(groups: readonly ResponseCounts[], by: ResponseGrouping): readonly ResponseCounts[] {
  if (by === 'month') return groups.slice(-mostBars)
  return groups.toSorted((a, b) => b.notified - a.notified).slice(0, mostBars)
}

interface Segment {
  readonly one: ResponseClass
  /** In per cent of the room for bars. */
  readonly from: number
  readonly width: number
}

function segments(counts: ResponseCounts['counts'], longest: number): readonly Segment[] {
  let from = 0
  return responseClasses.flatMap((one): readonly Segment[] => {
    const width = (counts[one] / longest) * 100
    const segment = { one, from, width }
    from += width
    return width > 0 ? [segment] : []
  })
}

/** Strokes on a ground, six of them, told apart also in grey. */
const strokes: Readonly<Record<ResponseClass, string>> = {
  'in-time': '',
  late: 'M0 8 L8 0',
  'no-named-day': 'M2 2 h1 v1 h-1 z M6 6 h1 v1 h-1 z',
  overdue: 'M0 0 L8 8 M0 8 L8 0',
  'no-reply': 'M0 2 H8 M0 6 H8',
  pending: 'M2 0 V8 M6 0 V8',
}

function Pattern({ kind, id }: { readonly kind: ResponseClass; readonly id: string }) {
  return (
    <pattern id={id} className={styles[kind]} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect className={styles.ground} width="8" height="8" />
      <path className={styles.stroke} d={strokes[kind]} />
    </pattern>
  )
}
