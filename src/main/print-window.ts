import { app, BrowserWindow, dialog, Menu, type MenuItemConstructorOptions, screen } from 'electron'
import type { RequestInput } from '../shared/contract/bridge.ts'
import type { Language } from '../shared/messages/explain.ts'
import { sayAsHost } from '../shared/messages/host.ts'
import type { PrintPlace } from './print-place.ts'

/** How a document is to be printed, as the person was asked. */
export type PrintChoices = Pick<RequestInput<'print.open'>, 'copies' | 'sides'>

/** Opens a window that shows PDFs in Chromium's viewer, without preload script and bridge. */
export function openPrintWindow(name: string, place: PrintPlace): BrowserWindow {
  const { width = 1000, height = 800 } = screen.getAllDisplays()[0]?.workArea ?? {}
  const window = new BrowserWindow({
    title: name,
    width: Math.min(1000, width),
    height: Math.min(900, height),
    webPreferences: {
      session: place.session,
      // The viewer is a plug-in.
      plugins: true,
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
  // Else it would take the title that is written in the PDF.
  window.on('page-title-updated', (event) => event.preventDefault())
  return window
}

/** Puts up the menu of a print window; where the menu is the application's, while the window has the focus. */
export function setPrintMenu(window: BrowserWindow, language: Language, print: () => void): void {
  const isMac = process.platform === 'darwin'
  const menu = Menu.buildFromTemplate(printMenuTemplate(language, isMac, print))
  if (!isMac) window.setMenu(menu)
  else if (window.isFocused()) Menu.setApplicationMenu(menu)
}

/** The whole menu as data. */
export function printMenuTemplate(
  language: Language,
  isMac: boolean,
  print: () => void,
): MenuItemConstructorOptions[] {
  const word = (name: Parameters<typeof sayAsHost>[0]) => sayAsHost(name, language)
  const file: MenuItemConstructorOptions = {
    label: word('menu.file'),
    submenu: [
      { id: 'print', label: word('menu.print'), accelerator: 'CmdOrCtrl+P', click: print },
      { type: 'separator' },
      { role: 'close', label: word('menu.close') },
    ],
  }
  const application: MenuItemConstructorOptions = {
    label: app.name,
    submenu: [
      { role: 'hide', label: word('menu.hide') },
      { role: 'quit', label: word('menu.quit') },
    ],
  }
  return isMac ? [application, file] : [file]
}

/** Opens the system's dialog for printing with what was chosen filled in; says so when printing did not begin. */
export function printContents(
  window: BrowserWindow,
  { copies, sides }: PrintChoices,
  language: Language,
): void {
  window.webContents.print(
    { silent: false, copies, duplexMode: sides === 'single' ? 'simplex' : 'longEdge' },
    (hasBegun, reason) => {
      if (hasBegun || /cancel/i.test(reason) || window.isDestroyed()) return
      void dialog.showMessageBox(window, {
        type: 'warning',
        message: sayAsHost('print.failed', language),
        detail: sayAsHost('print.failed-detail', language),
        noLink: true,
      })
    },
  )
}
