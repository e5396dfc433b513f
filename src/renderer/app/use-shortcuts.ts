import { useContext, useEffect } from 'react'
import { CommandContext } from './commands.ts'
import { belongsToFields, isMac, isTextField, matchesShortcut } from './shortcut-keys.ts'

/** Runs the commands by their keys, wherever the focus is. An open dialog keeps the keys to itself. */
export function useShortcuts(): void {
  const registry = useContext(CommandContext)
  useEffect(() => {
    const mac = isMac(navigator.platform)
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const command = registry
        .all()
        .findLast((entry) => entry.shortcut !== undefined && matchesShortcut(event, entry.shortcut, mac))
      if (!command?.shortcut) return
      if (belongsToFields(command.shortcut) && isTextField(event.target)) return
      const inDialog = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null
      if (inDialog && command.id !== 'lock') return
      // Also keeps the same key of the menu from running the command again.
      event.preventDefault()
      if (command.enabled && !event.repeat) command.run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [registry])
}
