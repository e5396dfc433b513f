import { powerMonitor, powerSaveBlocker } from 'electron'
import type { WindowEvent } from '../shared/contract/bridge.ts'

/** Tells the window when the machine goes to sleep or its screen is locked. */
export function tellOfSleep(tell: (event: WindowEvent) => void): void {
  const asleep = () => tell({ kind: 'asleep' })
  powerMonitor.on('suspend', asleep)
  powerMonitor.on('lock-screen', asleep)
}

/** Keeps the machine from going to sleep by itself while it is on; the screen may still go dark. */
export function wakefulness(): (on: boolean) => void {
  let blocker: number | undefined
  return (on) => {
    if (on) blocker ??= powerSaveBlocker.start('prevent-app-suspension')
    else if (blocker !== undefined) {
      powerSaveBlocker.stop(blocker)
      blocker = undefined
    }
  }
}
