import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CaseState } from '../../register/register.ts'
import styles from './cases.module.css'

interface SelectionBarProps {
  readonly state: CaseState
  readonly count: number
  readonly readOnly: boolean
  readonly onState: (state: CaseState) => void
  readonly onErase: () => void
  readonly onClear: () => void
}

/** What can be done with all selected cases. */
export function SelectionBar({ state, count, readOnly, onState, onErase, onClear }: SelectionBarProps) {
  const { t } = useTranslation('cases')
  return (
    <div className={styles.selection}>
      <span role="status">{t('selected', { count })}</span>
      {!readOnly && (
        <>
          {state === 'open' && (
            <Button size="small" onClick={() => onState('closed')}>
              {t('close')}
            </Button>
          )}
          {state === 'closed' && (
            <Button size="small" onClick={() => onState('open')}>
              {t('reopen')}
            </Button>
          )}
          {state === 'trashed' ? (
            <>
              <Button size="small" onClick={() => onState('open')}>
                {t('restore')}
              </Button>
              <Button size="small" danger onClick={onErase}>
                {t('erase')}
              </Button>
            </>
          ) : (
            <Button size="small" onClick={() => onState('trashed')}>
              {t('trash')}
            </Button>
          )}
        </>
      )}
      <Button size="small" type="text" onClick={onClear}>
        {t('clearSelection')}
      </Button>
    </div>
  )
}
