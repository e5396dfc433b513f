import { liveQuery } from 'dexie'
import { useEffect, useRef, useState } from 'react'
import { useServices } from '../services.ts'
import type { Register } from './register.ts'
import { useSession } from './use-session.ts'

/**
 * What `query` reads of the register, read again whenever that changes, in this window or another. Undefined until the
 * first answer, when `deps` change, and while the vault is locked. What it throws is thrown into the nearest error boundary.
 */
export function useLive<T>(
  query: (register: Register) => Promise<T> | T,
  deps: readonly unknown[],
): T | undefined {
  const { session } = useServices()
  const { kind } = useSession()
  const readable = kind === 'memory' || kind === 'open'
  const [answer, setAnswer] = useState<Answer<T>>()
  const latest = useRef(query)
  latest.current = query

  useEffect(() => {
    if (!readable) return setAnswer(undefined)
    const watch = liveQuery(() => latest.current(session.register())).subscribe({
      next: (value) => setAnswer({ deps, value }),
      error: (error: unknown) => setAnswer({ deps, error }),
    })
    return () => watch.unsubscribe()
    // The caller names what its query depends on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [session, kind, readable, ...deps])

  // An answer to an earlier question is none.
  if (!readable || !answer || !sameDeps(answer.deps, deps)) return undefined
  if ('error' in answer) throw answer.error
  return answer.value
}

type Answer<T> = { readonly deps: readonly unknown[] } & ({ readonly value: T } | { readonly error: unknown })

function sameDeps(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((dep, index) => Object.is(dep, right[index]))
}
