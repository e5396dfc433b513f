import { useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '../../app/announce.ts'
import { usePreferences } from '../../app/preferences.ts'
import { useJobs } from '../../components/JobIndicator.tsx'
import { isUnderWay } from '../../engine-host/jobs.ts'
import { useServices } from '../../services.ts'
import { useIdle, warningSeconds } from './use-idle.ts'

/** Locks after the chosen time without input, never while a job runs, and says so 30 seconds before. */
export function IdleLock({ held }: { readonly held: boolean }) {
  const { t } = useTranslation('vault')
  const { session } = useServices()
  const announce = useAnnounce()
  const [{ lockMinutes }] = usePreferences()
  const working = useJobs().some(isUnderWay)
  const lock = useCallback(() => void session.lock(), [session])
  const left = useIdle({ minutes: lockMinutes, held: held || working, onIdle: lock })
  const warned = left !== undefined
  useEffect(() => {
    if (warned) announce(t('idleText', { count: warningSeconds }), 'assertive')
  }, [announce, t, warned])
  if (left === undefined) return null
  // Any input takes the warning back, so it has nothing to press.
  return (
    <div className="idle-warning">
      <strong>{t('idleTitle')}</strong>
      <p>{t('idleText', { count: left })}</p>
    </div>
  )
}
