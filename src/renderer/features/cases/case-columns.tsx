import { Tag } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { crimeName } from '../../../shared/law/law-book.ts'
import { nextActionOf } from '../../../shared/domain/case-board.ts'
import { ruleOf } from '../../../shared/domain/office-variant.ts'
import { sayBoard } from '../../../shared/messages/say-board.ts'
import { boardRowOf } from '../../components/cases/board-row.ts'
import { ReplyDue } from '../../components/cases/ReplyDue.tsx'
import type { Column } from '../../components/data-table.ts'
import { useFormats } from '../../i18n/formats.ts'
import { sentenceCase } from '../../i18n/sentence-case.ts'
import { useLanguage } from '../../i18n/language.ts'
import type { CaseSummary } from '../../register/register.ts'
import { useServices } from '../../services.ts'
import { byReplyDue, suspectsOf } from './case-order.ts'
import styles from './cases.module.css'

interface CaseColumnsUse {
  readonly onOpen: (row: CaseSummary) => void
  /** Goes to where the next action of a case is done. */
  readonly onNext: (row: CaseSummary) => void
}

/** Columns of the list of cases; the name opens the case, the next step leads to where it is done. */
export function useCaseColumns({ onOpen, onNext }: CaseColumnsUse): readonly Column<CaseSummary>[] {
  const { t } = useTranslation('cases')
  const { t: tCase } = useTranslation('case')
  const { t: tList } = useTranslation('checklist')
  const { law, now } = useServices()
  const language = useLanguage()
  const formats = useFormats()
  return useMemo(() => {
    const collator = new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en')
    const by = (text: (row: CaseSummary) => string) => (a: CaseSummary, b: CaseSummary) =>
      collator.compare(text(a), text(b))
    const crimes = (row: CaseSummary) => row.crimes.map((article) => crimeName(law, article, language))
    const suspects = (row: CaseSummary) => {
      const { first, more } = suspectsOf(row)
      return more > 0
        ? `${first} ${t('suspectsMore', { count: language === 'zh' ? more + 1 : more })}`
        : first
    }
    const lacking = (codes: readonly string[]) =>
      codes
        .map(
          (code) =>
            law.checklist.rules.find(({ id }) => id === ruleOf(code))?.[language === 'en' ? 'en' : 'zh'] ??
            '',
        )
        .filter((title) => title !== '')
        .join(language === 'zh' ? '、' : ', ')
    const numbers = (row: CaseSummary) => [row.documentNumber, row.caseNumber].filter((text) => text !== '')
    return [
      {
        key: 'due',
        title: t('column.due'),
        cell: (row) => <DueCell row={row} />,
        text: (row) => boardRowOf(row).replyDue?.date ?? '',
        compare: byReplyDue,
        width: 132,
      },
      {
        key: 'brand',
        title: t('column.brandAndCode'),
        cell: (row, inTabOrder) => (
          <>
            <button
              type="button"
              className={styles.name}
              tabIndex={inTabOrder ? 0 : -1}
              onClick={() => onOpen(row)}
            >
              {row.brand.trim() || t('noBrand')}
            </button>
            <span className={styles.second}>
              {row.isDamaged && (
                <Tag color="error" className={styles.tag ?? ''}>
                  {t('damaged')}
                </Tag>
              )}
              {row.isSample && <Tag className={styles.tag ?? ''}>{t('sample')}</Tag>}
              {boardRowOf(row).labels.map((label) => (
                <Tag key={label} className={styles.tag ?? ''}>
                  {label}
                </Tag>
              ))}
              {row.caseCode}
            </span>
          </>
        ),
        text: (row) =>
          [row.brand, ...boardRowOf(row).labels, row.caseCode].filter((text) => text !== '').join(' '),
        compare: by((row) => row.brand),
        width: 170,
        grow: 1,
      },
      {
        key: 'suspects',
        title: t('column.suspects'),
        cell: (row) => (
          <>
            {suspects(row)}
            <span className={styles.second}>{crimes(row).join(language === 'zh' ? '、' : ', ')}</span>
          </>
        ),
        text: (row) => [...row.suspects, ...crimes(row)].join(language === 'zh' ? '、' : ', '),
        compare: by((row) => row.suspects[0] ?? ''),
        width: 200,
        grow: 2,
      },
      {
        key: 'office',
        title: t('column.office'),
        cell: (row) => row.office,
        text: (row) => row.office,
        compare: by((row) => row.office),
        width: 170,
        grow: 1.5,
        fold: 1,
      },
      {
        key: 'papers',
        title: t('column.papers'),
        cell: (row) => {
          const { done, of, blocking } = boardRowOf(row)
          return (
            <>
              {of === 0 ? '—' : tList('completeness', { done, of })}
              <span className={styles.second}>
                {blocking.length > 0
                  ? t('papersLacking', { papers: lacking(blocking) })
                  : of > 0 && t('papersWhole')}
              </span>
            </>
          )
        },
        text: (row) => {
          const { done, of, blocking } = boardRowOf(row)
          return of === 0 ? '' : `${done}/${of} ${lacking(blocking)}`
        },
        compare: (a, b) => portionOf(a) - portionOf(b),
        width: 150,
        grow: 1,
        fold: 3,
      },
      {
        key: 'next',
        title: t('column.next'),
        cell: (row, inTabOrder) => {
          const action = nextActionOf(boardRowOf(row))
          const { stage, owner } = boardRowOf(row)
          const words = sentenceCase(sayBoard(`next.${action}`, language))
          const name = row.brand.trim() || row.caseCode
          return (
            <>
              {row.state === 'open' && (
                <button
                  type="button"
                  className={styles.next}
                  data-own-words
                  tabIndex={inTabOrder ? 0 : -1}
                  aria-label={t('doNext', { action: words, case: name })}
                  onClick={() => onNext(row)}
                >
                  {words}
                </button>
              )}
              <span className={styles.second}>
                {[tCase(`stage.${stage}`), owner].filter((text) => text !== '').join(' · ')}
              </span>
            </>
          )
        },
        text: (row) => {
          const board = boardRowOf(row)
          return [
            sayBoard(`next.${nextActionOf(board)}`, language),
            tCase(`stage.${board.stage}`),
            board.owner,
          ]
            .filter((text) => text !== '')
            .join(' ')
        },
        width: 200,
        grow: 1,
        fold: 2,
      },
      {
        key: 'numbers',
        title: t('column.numbers'),
        cell: (row) => (
          <>
            {row.documentNumber}
            <span className={styles.second}>{row.caseNumber}</span>
          </>
        ),
        text: (row) => numbers(row).join(' / '),
        compare: by((row) => numbers(row).join(' ')),
        width: 160,
        grow: 1,
        fold: 7,
      },
      {
        key: 'items',
        title: t('column.items'),
        cell: (row) => formats.number(row.itemCount),
        text: (row) => String(row.itemCount),
        compare: (a, b) => a.itemCount - b.itemCount,
        width: 64,
        align: 'end',
        fold: 8,
      },
      {
        key: 'changed',
        title: t('column.changed'),
        cell: (row) => formats.recent(row.changedAt, now()),
        text: (row) => formats.instant(row.changedAt),
        compare: (a, b) => a.changedAt.localeCompare(b.changedAt),
        width: 136,
        fold: 6,
      },
    ]
  }, [t, tCase, tList, law, now, language, formats, onOpen, onNext])
}

function portionOf(row: CaseSummary): number {
  const { done, of } = boardRowOf(row)
  return of === 0 ? -1 : done / of
}

/** The day the answer is due, who set it where it was not the office, and the days left. */
function DueCell({ row }: { readonly row: CaseSummary }) {
  const { t } = useTranslation('cases')
  const { replyDue, submittedOn } = boardRowOf(row)
  if (!replyDue) return <span className={styles.quiet}>{t('noDue')}</span>
  const settled = row.state !== 'open' || row.isSample || submittedOn !== undefined
  return (
    <>
      <ReplyDue replyDueOn={replyDue.date} closed={settled} stacked />
      {replyDue.origin !== 'named' && (
        <span className={styles.second}>{t(replyDue.origin === 'set' ? 'dueSet' : 'duePolice')}</span>
      )}
    </>
  )
}
