import type { WindowEvent } from '../../shared/contract/bridge.ts'
import { browserPrint } from './browser-print.ts'
import { saveFileInBrowser, saveFolderInBrowser } from './browser-sinks.ts'
import { countedSwitch, wakeLockSwitch } from './keep-awake.ts'
import type { Platform } from './platform.ts'

const logEntries = 500
const heartbeatMs = 10_000
/** A hidden tab may be slowed down to one beat a minute; a longer gap means the machine slept. */
const sleepGapMs = 180_000

/** The platform of a browser on loopback. `version` is that of the application. */
export function browserPlatform(version: string, now: () => Date): Platform {
  const log: string[] = []
  const listeners = new Set<(event: WindowEvent) => void>()
  const tell = (event: WindowEvent) => {
    for (const listener of [...listeners]) listener(event)
  }
  tellOfSleep(now, () => tell({ kind: 'asleep' }))
  addEventListener('pagehide', () => tell({ kind: 'closing' }))

  const askBeforeLeaving = (event: BeforeUnloadEvent) => event.preventDefault()
  return {
    kind: 'browser',
    saveFile: saveFileInBrowser,
    saveFolder: saveFolderInBrowser,
    ...browserPrint(),
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    // A page that goes away waits for nobody.
    readyToClose: () => undefined,
    setLanguage: () => undefined,
    setBusy(busy) {
      if (busy) addEventListener('beforeunload', askBeforeLeaving)
      else removeEventListener('beforeunload', askBeforeLeaving)
    },
    keepAwake: countedSwitch(wakeLockSwitch()),
    about: () => Promise.resolve({ version, runtime: { browser: navigator.userAgent } }),
    log(entry) {
      log.push(`${now().toISOString()} ${entry.slice(0, 2000)}`)
      if (log.length > logEntries) log.shift()
    },
    readLog: () => Promise.resolve(log.map((entry) => `${entry}\n`).join('')),
  }
}

function tellOfSleep(now: () => Date, asleep: () => void): void {
  let last = now().getTime()
  setInterval(() => {
    const time = now().getTime()
    if (time - last > sleepGapMs) asleep()
    last = time
  }, heartbeatMs)
}
