import type { Bridge } from '../../shared/contract/bridge.ts'
import { browserPlatform } from './browser-platform.ts'
import { electronPlatform } from './electron-platform.ts'
import type { Platform } from './platform.ts'

declare global {
  interface Window {
    /** Made by the preload script; absent in a browser. */
    readonly bridge?: Bridge
  }
}

/** The platform the window runs on. `version` is shown where no main process can be asked. */
export function choosePlatform(version: string, now: () => Date): Platform {
  return window.bridge ? electronPlatform(window.bridge) : browserPlatform(version, now)
}
