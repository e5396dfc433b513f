import { Button } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '../../app/clipboard.ts'
import { useNotify } from '../../app/notify.ts'
import { useServices } from '../../services.ts'

/** What went wrong lately, as codes; to read and to copy. */
export function LogSection() {
  const { t } = useTranslation('settings')
  const { platform } = useServices()
  const notify = useNotify()
  const [log, setLog] = useState('')
  const read = useCallback(
    () => platform.readLog().then(setLog, (error: unknown) => notify.failure(error)),
    [notify, platform],
  )
  useEffect(() => {
    void read()
  }, [read])
  const copy = async () => {
    const about = await platform.about().catch(() => undefined)
    const versions = Object.entries(about?.runtime ?? {}).map(([name, version]) => `${name} ${version}`)
    const copied = await copyText([`Rights Dossier ${about?.version ?? ''}`, ...versions, '', log].join('\n'))
    notify(copied ? { text: t('logCopied') } : { text: t('logNotCopied'), kind: 'warning' })
  }
  return (
    <div className="stack">
      <p className="quiet">{t('logText')}</p>
      <div className="row">
        <Button disabled={!log} onClick={() => void copy()}>
          {t('logCopy')}
        </Button>
        <Button type="text" onClick={() => void read()}>
          {t('logRefresh')}
        </Button>
      </div>
      {log ? (
        <pre className="log" tabIndex={0} role="region" aria-label={t('logLabel')}>
          {log}
        </pre>
      ) : (
        <p className="quiet">{t('logEmpty')}</p>
      )}
    </div>
  )
}
