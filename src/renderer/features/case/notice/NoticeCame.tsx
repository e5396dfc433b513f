import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { withNoticeCome } from '../../../../shared/domain/notice-came.ts'
import { useAnnounce } from '../../../app/announce.ts'
import { useCaseWork, useDraftPart } from '../case-context.ts'
import styles from './notice.module.css'

/** In a case with the police: what to press when the notice of the procuratorate is there. */
export function NoticeCame() {
  const { t } = useTranslation('notice')
  const { t: inCase } = useTranslation('case')
  const announce = useAnnounce()
  const { editor, readOnly, jump } = useCaseWork()
  const stage = useDraftPart((draft) => draft.stage)
  if (stage !== 'investigation') return null
  const come = () => {
    editor.change(
      (draft) =>
        withNoticeCome(draft, (manner, date) =>
          t('learnedBefore', { manner: inCase(`manner.${manner}`), date }),
        ),
      { kind: 'case.edit' },
    )
    announce(t('noticeCameDone'))
    jump('notice.office')
  }
  return (
    <div className={styles.came}>
      <p>
        {t('policeStage')} <span className={styles.note}>{t('noticeCameMore')}</span>
      </p>
      {!readOnly && (
        <Button type="primary" onClick={come}>
          {t('noticeCame')}
        </Button>
      )}
    </div>
  )
}
