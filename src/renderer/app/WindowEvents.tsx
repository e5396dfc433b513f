import { usePlatformEvents } from './use-platform-events.ts'
import { useShortcuts } from './use-shortcuts.ts'

/** Hears keys and the platform for as long as the window lives. */
export function WindowEvents() {
  usePlatformEvents()
  useShortcuts()
  return null
}
