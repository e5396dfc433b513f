import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { sayBoard } from '../../../shared/messages/say-board.ts'
import { sentenceCase } from '../../i18n/sentence-case.ts'
import { useLanguage } from '../../i18n/language.ts'
import { type ShownView, shownViews, type ViewCounts } from './board-views.ts'
import styles from './cases.module.css'

interface BoardViewsProps {
  readonly view: ShownView
  readonly counts: ViewCounts
  readonly onView: (view: ShownView) => void
}

/** The views of the board, each with how many cases it holds. */
export function BoardViews({ view, counts, onView }: BoardViewsProps) {
  const { t } = useTranslation('cases')
  const language = useLanguage()
  return (
    <div className={styles.views}>
      <Radio.Group
        aria-label={t('views')}
        size="small"
        optionType="button"
        value={view}
        options={shownViews.map((value) => ({
          value,
          label: t('viewCount', {
            view: value === 'all' ? t('viewAll') : sentenceCase(sayBoard(`view.${value}`, language)),
            count: counts[value],
          }),
        }))}
        onChange={(event) => onView(event.target.value as ShownView)}
      />
    </div>
  )
}
