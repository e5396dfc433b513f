import { instantOf } from '../../../../shared/domain/instant.ts'
import { CheckOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { hasText, readNoticePages, type PageProposal } from '../../../../shared/domain/notice-pages.ts'
import { standingOf, withBlankProposals, withProposal } from '../../../../shared/domain/take-proposals.ts'
import { crimeName } from '../../../../shared/law/law-book.ts'
import { useAnnounce } from '../../../app/announce.ts'
import { usePreferences } from '../../../app/preferences.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { useServices } from '../../../services.ts'
import { useCaseWork, useDraft } from '../case-context.ts'
import { fieldWord } from '../place-words.ts'
import type { NoticeText } from './use-notice-text.ts'
import styles from './notice.module.css'

const step = { kind: 'case.edit' } as const

/** What was read from the notice, each with its words and page; nothing comes into the case but what a person takes. */
export function NoticeProposals({ text }: { readonly text: NoticeText }) {
  const { t } = useTranslation('notice')
  const { t: inCase } = useTranslation('case')
  const { law, now } = useServices()
  const language = useLanguage()
  const announce = useAnnounce()
  const [{ personName }] = usePreferences()
  const { editor, readOnly } = useCaseWork()
  const draft = useDraft()
  const panel = useRef<HTMLElement>(null)
  const taken = useRef(false)
  useEffect(() => {
    if (!taken.current) return
    taken.current = false
    // The button that was pressed is gone.
    const next = panel.current?.querySelector<HTMLElement>('button[data-take]') ?? panel.current
    next?.focus()
  })
  // Read once for a text, not with every letter typed beside it.
  const proposals = useMemo(() => (text.kind === 'read' ? readNoticePages(text.pages, law) : []), [text, law])
  if (text.kind !== 'read') {
    return <p className={styles.note}>{t(text.kind === 'reading' ? 'reading' : 'unreadable')}</p>
  }
  if (!hasText(text.pages)) return <p className={styles.note}>{t('noText')}</p>
  if (proposals.length === 0) return <p className={styles.note}>{t('nothingRead')}</p>

  const mark = () => ({ by: personName, at: instantOf(now()) })
  const label = ({ path }: PageProposal) =>
    path.startsWith('suspects[') ? inCase('field.suspects') : inCase(fieldWord(draft, path))
  const value = ({ path, value: read }: PageProposal) =>
    path.startsWith('crimes[') ? crimeName(law, read, language) : read
  const blank = proposals.filter((one) => standingOf(draft, one).kind === 'blank')
  const take = (one: PageProposal) => {
    const marked = mark()
    taken.current = true
    editor.change((before) => withProposal(before, one, marked), step)
    announce(t('tookOne', { field: label(one), value: value(one) }))
  }
  const takeBlank = () => {
    const marked = mark()
    taken.current = true
    editor.change((before) => withBlankProposals(before, proposals, marked), step)
    announce(t('tookBlank', { count: blank.length }))
  }
  return (
    <section ref={panel} tabIndex={-1} className={styles.proposals} aria-labelledby="notice-proposals">
      <div className={styles.head}>
        <h3 id="notice-proposals">{t('proposals')}</h3>
        {!readOnly && blank.length > 0 && (
          <Button size="small" onClick={takeBlank}>
            {t('takeBlank', { count: blank.length })}
          </Button>
        )}
      </div>
      <p className={styles.note}>{t('proposalsText')}</p>
      <ul className={styles.list}>
        {proposals.map((one) => {
          const standing = standingOf(draft, one)
          return (
            <li key={one.path} className={styles.proposal} data-proposal={one.path}>
              <div className={styles.read}>
                <span className={styles.label}>{label(one)}</span>
                <span className={styles.value}>{value(one)}</span>
                <span className={styles.quote}>
                  {t('readFrom', { page: one.page })}
                  <q>
                    {one.before}
                    <mark>{one.quote.replace(/\s+/g, ' ').trim()}</mark>
                    {one.after}
                  </q>
                </span>
                {standing.kind === 'differs' && (
                  <span className={styles.differs}>{t('differs', { present: standing.present })}</span>
                )}
              </div>
              {standing.kind === 'same' ? (
                <span className={styles.same}>
                  <CheckOutlined aria-hidden /> {t('same')}
                </span>
              ) : (
                !readOnly && (
                  <Button
                    size="small"
                    data-take
                    aria-label={t(standing.kind === 'differs' ? 'replaceOne' : 'takeOne', {
                      field: label(one),
                      value: value(one),
                    })}
                    onClick={() => take(one)}
                  >
                    {t(standing.kind === 'differs' ? 'replace' : 'take')}
                  </Button>
                )
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
