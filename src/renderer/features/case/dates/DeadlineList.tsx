import { useDeferredValue, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { recordOfDraft } from '../../../../shared/domain/case-draft.ts'
import type { Deadline } from '../../../../shared/domain/deadline.ts'
import { deadlinesOf } from '../../../../shared/domain/deadlines.ts'
import { lawDataDate } from '../../../../shared/law/law-book.ts'
import { dayText, daysLeftText, enteredText, originText } from '../../../../shared/messages/say-deadline.ts'
import { useToday } from '../../../i18n/use-today.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { useServices } from '../../../services.ts'
import { useCaseWork, useDraft } from '../case-context.ts'
import { replyFirst } from './reply-first.ts'
import styles from './dates.module.css'

/** Every day of the case, the answer first, then in order: what, whose, where it comes from, who entered it, and what can still be done after it. */
export function DeadlineList({ papers }: { readonly papers?: ReactNode }) {
  const { t } = useTranslation('dates')
  const { law } = useServices()
  const draft = useDraft()
  const { case: stored } = useCaseWork()
  const judged = useDeferredValue(draft)
  const today = useToday()
  const deadlines = useMemo(
    () =>
      replyFirst(
        deadlinesOf(
          recordOfDraft(judged, () => []),
          law,
        ),
        judged,
      ),
    [judged, law],
  )
  return (
    <section className={styles.part} aria-labelledby="deadlines">
      <div className={styles.head}>
        <h2 id="deadlines">{t('title')}</h2>
        {papers}
      </div>
      <p className={styles.quiet}>{t('informs', { ruleset: law.ruleset, date: lawDataDate(law) })}</p>
      {stored.isSample && <p className={styles.quiet}>{t('ofSample')}</p>}
      {deadlines.length === 0 ? (
        <p className={styles.quiet}>{t('none')}</p>
      ) : (
        <ol className={styles.list}>
          {deadlines.map((deadline) => (
            <DeadlineEntry key={deadline.code} deadline={deadline} today={today} />
          ))}
        </ol>
      )}
    </section>
  )
}

function DeadlineEntry({ deadline, today }: { readonly deadline: Deadline; readonly today: string }) {
  const { t } = useTranslation('dates')
  const language = useLanguage()
  const { jump, case: stored } = useCaseWork()
  const { title, who, path, note, afterwards, date, bounds } = deadline
  const day = date ?? bounds?.latest
  const passed = !stored.isSample && day !== undefined && day < today
  const entered = enteredText(deadline, language)
  return (
    <li className={styles.entry} data-passed={passed || undefined}>
      <p className={styles.day} data-own-words>
        <strong>{dayText(deadline, language)}</strong>
        {!stored.isSample && <span className={styles.left}>{daysLeftText(deadline, today, language)}</span>}
      </p>
      <div className={styles.what}>
        <p className={styles.title}>
          <span data-own-words>{title[language]}</span>
          <span className={styles.who}>{t(`who.${who}`)}</span>
        </p>
        <p className={styles.quiet} data-own-words>
          {originText(deadline, language)}
          {entered !== '' && ` ${entered}`}
        </p>
        {note && (
          <p className={styles.quiet} data-own-words>
            {note[language]}
          </p>
        )}
        {passed && afterwards && (
          <p className={styles.afterwards} data-own-words>
            {afterwards[language]}
          </p>
        )}
        {path !== undefined && (
          <button type="button" className={styles.link} onClick={() => jump(path)}>
            {t('goToDate')}
          </button>
        )}
      </div>
    </li>
  )
}
