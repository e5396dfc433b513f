import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { isCurrent, type StandingPaper } from '../../../shared/domain/standing-paper.ts'
import type { Column } from '../../components/data-table.ts'
import { soonDays } from '../../components/papers/soon-days.ts'
import { useValidityWords } from '../../components/papers/use-validity-words.ts'
import type { LibraryPaper } from '../../register/library-records.ts'
import styles from './holders.module.css'

/** Columns of the standing papers of a holder; validity is seen from `today`. */
export function usePaperColumns(today: string): readonly Column<LibraryPaper>[] {
  const { t } = useTranslation('library')
  const words = useValidityWords(today, soonDays)
  const collator = new Intl.Collator('zh-CN')
  const by = (text: (paper: LibraryPaper) => string) => (a: LibraryPaper, b: LibraryPaper) =>
    collator.compare(text(a), text(b))
  const kind = (paper: LibraryPaper) => (paper.isDamaged ? t('damaged') : t(`kind.${paper.kind}`))
  const mark = (paper: LibraryPaper) => {
    if (!isCurrent(paper)) return t(paper.replacedBy === undefined ? 'archived' : 'replaced')
    return paper.contentId === '' ? t('noScan') : ''
  }
  const plainColumn = (
    key: 'scope' | 'language' | 'originalAt',
    width: number,
    fold: number,
  ): Column<LibraryPaper> => ({
    key,
    title: t(`column.${key}`),
    cell: (paper) => paper[key],
    text: (paper) => paper[key],
    compare: by((paper) => paper[key]),
    width,
    grow: 1,
    fold,
  })
  const lent = ({ lentTo, lentOn }: StandingPaper) =>
    lentTo !== '' && lentOn !== '' ? t('lentSince', { name: lentTo, date: lentOn }) : lentTo
  return [
    {
      key: 'kind',
      title: t('column.kind'),
      cell: (paper) => (paper.isDamaged ? <Tag color="error">{t('damaged')}</Tag> : kind(paper)),
      text: kind,
      compare: by(kind),
      width: 130,
      grow: 1,
      fold: 1,
    },
    {
      key: 'name',
      title: t('column.paper'),
      cell: (paper) => (
        <>
          {paper.name}
          <span className={styles.second}>{mark(paper)}</span>
        </>
      ),
      text: (paper) => [paper.name, mark(paper)].filter((text) => text !== '').join(' '),
      compare: by((paper) => paper.name),
      width: 160,
      grow: 2,
    },
    {
      key: 'validity',
      title: t('column.validity'),
      cell: (paper) => {
        const { range, left, state } = words(paper)
        return (
          <>
            {range}
            <span className={styles.second} data-validity={state}>
              {left}
            </span>
          </>
        )
      },
      text: (paper) => {
        const { range, left } = words(paper)
        return [range, left].filter((text) => text !== '').join(' ')
      },
      compare: by((paper) => paper.validTo || '9999'),
      width: 180,
    },
    plainColumn('scope', 120, 5),
    plainColumn('language', 80, 6),
    plainColumn('originalAt', 110, 4),
    {
      key: 'lentTo',
      title: t('column.lentTo'),
      cell: (paper) => <span className={styles.doubt}>{lent(paper)}</span>,
      text: lent,
      compare: by((paper) => paper.lentTo),
      width: 110,
      grow: 1,
      fold: 3,
    },
  ]
}
