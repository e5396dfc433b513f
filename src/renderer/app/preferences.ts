import { createContext, useContext, useSyncExternalStore } from 'react'
import { z } from 'zod'

const Preferences = z.object({
  language: z.enum(['zh', 'en', 'pseudo']).catch('zh'),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  /** Minutes without input after which the vault is locked; 0: never. */
  lockMinutes: z.number().int().min(0).max(240).catch(10),
  /** The first screen has been left. */
  welcomed: z.boolean().catch(false),
  /** Who works at this computer, as dates are signed with; the only name in here, and only if the person gave it. */
  personName: z.string().max(100).catch(''),
})
export type Preferences = Readonly<z.infer<typeof Preferences>>
export type ThemeChoice = Preferences['theme']

/** How this window looks and behaves; kept in the browser profile in plain, so never anything about a case. */
export interface PreferenceStore {
  readonly get: () => Preferences
  readonly set: (change: Partial<Preferences>) => void
  readonly subscribe: (listener: () => void) => () => void
}

const key = 'preferences'

/** Reads what was chosen before; anything unreadable becomes the default (Chinese, theme of the system, 10 minutes). */
export function openPreferences(storage: Pick<Storage, 'getItem' | 'setItem'>): PreferenceStore {
  let current: Preferences = Preferences.parse(storedObject(storage.getItem(key)))
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set(change) {
      current = Preferences.parse({ ...current, ...change } satisfies { [K in keyof Preferences]: unknown })
      try {
        storage.setItem(key, JSON.stringify(current))
      } catch {
        // A full disk: the choice holds until the window closes.
      }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function storedObject(text: string | null): object {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  } catch {
    return {}
  }
}

export const PreferenceContext = createContext<PreferenceStore | undefined>(undefined)

/** What was chosen, and how to change it. */
export function usePreferences(): readonly [Preferences, PreferenceStore['set']] {
  const store = useContext(PreferenceContext)
  if (!store) throw new Error('no preferences around this component')
  const current = useSyncExternalStore(store.subscribe, store.get)
  return [current, store.set]
}
