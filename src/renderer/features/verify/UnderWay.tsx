import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../i18n/formats.ts'
import type { ResultProps } from './result-props.ts'
import styles from './verify.module.css'

/** How far a verification is, with a way to stop it, or to be content with a quick look. */
export function UnderWay({ entry, desk, trust }: ResultProps) {
  const { t } = useTranslation('verify')
  const formats = useFormats()
  const { state, depth, name } = entry
  const [done, total] = state.kind === 'running' ? [state.done, state.total] : [0, entry.bytes]
  const words =
    state.kind === 'waiting'
      ? t('result.waiting')
      : depth === 'quick'
        ? t('result.looking')
        : t('result.running')
  return (
    <div className={styles.underWay}>
      <div className={styles.underWayWords}>
        <span>{words}</span>
        {depth === 'full' && (
          <span className="quiet">
            {t('result.progress', { done: formats.size(done), total: formats.size(total) })}
          </span>
        )}
      </div>
      <Progress
        percent={total > 0 ? Math.floor((Math.min(done, total) / total) * 100) : 0}
        showInfo={false}
        size="small"
        aria-label={t('result.progressLabel', { name })}
      />
      <div className="row">
        <Button size="small" aria-label={t('result.cancelOf', { name })} onClick={() => desk.stop(entry.id)}>
          {t('result.cancel')}
        </Button>
        {depth === 'full' && (
          <Button size="small" type="text" onClick={() => desk.again(entry.id, 'quick', trust.signers)}>
            {t('result.lookInstead')}
          </Button>
        )}
      </div>
    </div>
  )
}
