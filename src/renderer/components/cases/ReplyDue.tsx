import { useFormats } from '../../i18n/formats.ts'
import { useToday } from '../../i18n/use-today.ts'
import { urgencyOf } from './reply-due.ts'
import styles from './ReplyDue.module.css'

interface ReplyDueProps {
  readonly replyDueOn: string
  /** A closed case is not counted any more. */
  readonly closed: boolean
  /** The days left under the date, for narrow columns. */
  readonly stacked?: boolean
}

/** The day a reply is due with the days left in words; what is no date (yet) as it was typed. */
export function ReplyDue({ replyDueOn, closed, stacked = false }: ReplyDueProps) {
  const formats = useFormats()
  const today = useToday()
  const urgency = closed ? 'none' : urgencyOf(replyDueOn, today)
  return (
    <span className={styles.due} data-stacked={stacked || undefined}>
      <span>{replyDueOn}</span>
      {urgency !== 'none' && (
        <span className={styles.left} data-urgency={urgency}>
          {formats.daysLeft(replyDueOn, today)}
        </span>
      )}
    </span>
  )
}
