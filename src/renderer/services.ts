import { createContext, useContext } from 'react'
import type { BundleLimits } from '../shared/domain/limits.ts'
import type { LawStore } from './app/law-store.ts'
import type { LawBook } from '../shared/law/law-book.ts'
import type { Engine } from './engine-host/engine.ts'
import type { JobQueue } from './engine-host/jobs.ts'
import type { Platform } from './platform/platform.ts'
import type { Session } from './register/session.ts'

/** What the screens work with; put together once in `index.tsx`, and by tests. */
export interface Services {
  readonly session: Session
  readonly engine: Engine
  readonly jobs: JobQueue
  readonly platform: Platform
  /** As the store has it now. */
  readonly law: LawBook
  readonly lawStore: LawStore
  readonly limits: BundleLimits
  /** Of the application. */
  readonly version: string
  readonly now: () => Date
  readonly newId: () => string
}

export const ServicesContext = createContext<Services | undefined>(undefined)

/** The services of the window. Throws outside of `ServicesContext`. */
export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (!services) throw new Error('no services around this component')
  return services
}
