import { useContext, useEffect, useRef, useState } from 'react'
import { useJobs } from '../components/JobIndicator.tsx'
import { isUnderWay } from '../engine-host/jobs.ts'
import { useServices } from '../services.ts'
import { closeWindow } from './close-window.ts'
import { CommandContext } from './commands.ts'
import { useSaveState } from './save-state.tsx'

/**
 * Does what menus ask for, lets the window close only when everything typed is stored, tells the platform of work. Gives
 * the way to answer while the person is asked whether work under way may be stopped.
 */
export function usePlatformEvents(): ((close: boolean) => void) | undefined {
  const { platform, session, jobs } = useServices()
  const registry = useContext(CommandContext)
  const { pending } = useSaveState()
  const working = useJobs().some(isUnderWay)
  const [answer, setAnswer] = useState<(close: boolean) => void>()
  const asking = useRef<Promise<boolean>>(undefined)
  useEffect(() => {
    const ask = () => {
      asking.current ??= new Promise<boolean>((resolve) => setAnswer(() => resolve)).finally(() => {
        asking.current = undefined
        setAnswer(undefined)
      })
      return asking.current
    }
    const leaveField = () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    }
    return platform.onEvent((event) => {
      // An open dialog keeps what the menu asks for to itself, as it does with keys.
      const inDialog = document.activeElement?.closest('[role="dialog"]')
      if (event.kind === 'command' && (!inDialog || event.command === 'lock')) registry.run(event.command)
      if (event.kind !== 'closing') return
      if (asking.current) platform.answerClosing?.('asking')
      else void closeWindow({ platform, session, jobs, leaveField, ask })
    })
  }, [platform, session, jobs, registry])
  useEffect(
    () =>
      session.subscribe(() => {
        if (session.state().kind === 'locked') platform.closePrints?.()
      }),
    [session, platform],
  )
  useEffect(() => {
    if (!working) return
    platform.keepAwake(true)
    return () => platform.keepAwake(false)
  }, [working, platform])
  const busy = working || pending > 0
  useEffect(() => platform.setBusy?.(busy), [busy, platform])
  return answer
}
