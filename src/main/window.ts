import { fileURLToPath } from 'node:url'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { windowAddress } from './app-scheme.ts'
import { boundsOn, smallestWindow, type WindowState } from './window-state.ts'

/** Opens the one window where it was last, hidden until there is something to see. */
export function openWindow(state: WindowState): BrowserWindow {
  const window = new BrowserWindow({
    ...boundsOn(
      screen.getAllDisplays().map((display) => display.workArea),
      state.bounds,
    ),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#141414' : '#ffffff',
    webPreferences: {
      preload: fileURLToPath(new URL('../preload/index.cjs', import.meta.url)),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => {
    if (state.maximised) window.maximize()
    window.show()
  })
  void window.loadURL(windowAddress)
  return window
}

/** Brings the window before the person. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
