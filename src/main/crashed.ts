import { app, type BrowserWindow, dialog } from 'electron'
import type { Language } from '../shared/messages/explain.ts'
import { sayAsHost } from '../shared/messages/host.ts'
import { windowAddress } from './app-scheme.ts'

/** When the page of the window is gone: `onGone`, then the person chooses to reopen it or to quit. */
export function reopenAfterCrash(
  window: BrowserWindow,
  language: () => Language,
  onGone: (reason: string) => Promise<void>,
): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    void (async () => {
      await onGone(reason)
      if (window.isDestroyed()) return
      const { response } = await dialog.showMessageBox(window, {
        type: 'error',
        message: sayAsHost('crashed.title', language()),
        detail: sayAsHost('crashed.detail', language()),
        buttons: [sayAsHost('crashed.reopen', language()), sayAsHost('crashed.quit', language())],
        defaultId: 0,
        cancelId: 1,
        noLink: true,
      })
      if (response === 1) app.quit()
      else if (!window.isDestroyed()) await window.loadURL(windowAddress)
    })()
  })
}
