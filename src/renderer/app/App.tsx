import { useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { Screens } from '../routes.tsx'
import { ServicesContext, type Services } from '../services.ts'
import { CommandContext, CommandRegistry } from './commands.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { InterruptedTakeIns } from './InterruptedTakeIns.tsx'
import { LiveRegions } from './LiveRegions.tsx'
import { Looks } from './Looks.tsx'
import { Notices } from './Notices.tsx'
import { useNotify } from './notify.ts'
import { PreferenceContext, type PreferenceStore } from './preferences.ts'
import { SaveTracking } from './save-state.tsx'
import { WindowEvents } from './WindowEvents.tsx'

interface AppProps {
  readonly services: Services
  readonly preferences: PreferenceStore
  readonly nonce: string
}

/** The whole window: what every screen stands on, around the screens. */
export function App({ services: given, preferences, nonce }: AppProps) {
  const { lawStore } = given
  const law = useSyncExternalStore(lawStore.subscribe, lawStore.get)
  const services = useMemo(() => ({ ...given, law }), [given, law])
  const commands = useMemo(() => new CommandRegistry(), [])
  return (
    <ServicesContext value={services}>
      <PreferenceContext value={preferences}>
        <Looks nonce={nonce}>
          <LiveRegions>
            <Notices>
              <UnhandledErrors>
                <CommandContext value={commands}>
                  <SaveTracking>
                    <WindowEvents />
                    <InterruptedTakeIns />
                    <Router hook={useHashLocation}>
                      <ErrorBoundary place="window">
                        <Screens />
                      </ErrorBoundary>
                    </Router>
                  </SaveTracking>
                </CommandContext>
              </UnhandledErrors>
            </Notices>
          </LiveRegions>
        </Looks>
      </PreferenceContext>
    </ServicesContext>
  )
}

/** Work nobody waited for must not fail in silence. */
function UnhandledErrors({ children }: { readonly children: ReactNode }) {
  const notify = useNotify()
  useEffect(() => {
    const onRejection = (event: PromiseRejectionEvent) => notify.failure(event.reason)
    const onError = (event: ErrorEvent) => {
      // Browsers also tell of skipped layout work this way, without an error.
      if (event.error instanceof Error) notify.failure(event.error)
    }
    window.addEventListener('unhandledrejection', onRejection)
    window.addEventListener('error', onError)
    return () => {
      window.removeEventListener('unhandledrejection', onRejection)
      window.removeEventListener('error', onError)
    }
  }, [notify])
  return children
}
