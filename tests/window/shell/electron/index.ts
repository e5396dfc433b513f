/** What the application uses of the module `electron`, over Chromium. */
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { ipcMain } from './ipc-main.ts'
import { protocol } from './protocol.ts'
import { session } from './session.ts'
import { dialog, Menu, nativeTheme, powerMonitor, powerSaveBlocker, screen, shell } from './small-modules.ts'

export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
}
