import { useSyncExternalStore } from 'react'

/** True while the system prefers dark colours. */
export function useSystemDark(): boolean {
  return useMedia('(prefers-color-scheme: dark)')
}

/** True while the system asks for less motion. */
export function useStillness(): boolean {
  return useMedia('(prefers-reduced-motion: reduce)')
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )
}
