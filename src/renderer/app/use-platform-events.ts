import { useContext, useEffect } from 'react'
import { useJobs } from '../components/JobIndicator.tsx'
import { useServices } from '../services.ts'
import { CommandContext } from './commands.ts'
import { useSaveState } from './save-state.tsx'

/** Does what menus ask for, lets the window close only when everything typed is stored, tells the platform of work. */
export function usePlatformEvents(): void {
  const { platform, session, jobs } = useServices()
  const registry = useContext(CommandContext)
  const { pending } = useSaveState()
  const working = useJobs().some((job) => job.state === 'running' || job.state === 'waiting')
  useEffect(
    () =>
      platform.onEvent((event) => {
        if (event.kind === 'command') registry.run(event.command)
        if (event.kind === 'closing') void close()
      }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [platform, registry],
  )
  const busy = working || pending > 0
  useEffect(() => platform.setBusy?.(busy), [busy, platform])

  async function close() {
    // What is being typed is stored when its field is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    jobs.cancelAll()
    await new Promise((resolve) => setTimeout(resolve))
    await session.settled().catch(() => undefined)
    platform.readyToClose()
  }
}
