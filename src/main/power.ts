import { powerMonitor } from 'electron'
import type { WindowEvent } from '../shared/contract/bridge.ts'

/** Tells the window when the machine goes to sleep or its screen is locked. */
export function tellOfSleep(tell: (event: WindowEvent) => void): void {
  const asleep = () => tell({ kind: 'asleep' })
  powerMonitor.on('suspend', asleep)
  powerMonitor.on('lock-screen', asleep)
}
