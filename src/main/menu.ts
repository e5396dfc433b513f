import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { CommandName } from '../shared/contract/bridge.ts'
import type { Language } from '../shared/messages/explain.ts'
import { sayAsHost } from '../shared/messages/host.ts'

type Item = MenuItemConstructorOptions

/** Puts up the menu in the language; its commands are told to the window. */
export function setMenu(language: Language, run: (command: CommandName) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language, process.platform === 'darwin', run)))
}

/** The whole menu as data. */
export function menuTemplate(
  language: Language,
  isMac: boolean,
  run: (command: CommandName) => void,
): Item[] {
  const word = (name: Parameters<typeof sayAsHost>[0]) => sayAsHost(name, language)
  const command = (name: CommandName, label: string, accelerator?: string): Item => ({
    id: name,
    label,
    click: () => run(name),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  // The window itself hears these keys: in a text field they undo typing, elsewhere the last change.
  const heardByWindow = (item: Item): Item => ({ ...item, registerAccelerator: false })
  const line: Item = { type: 'separator' }
  const settings = command('settings', word('menu.settings'), 'CmdOrCtrl+,')
  const about = command('about', word('menu.about'))

  const application: Item = {
    label: app.name,
    submenu: [
      about,
      line,
      settings,
      line,
      { role: 'hide', label: word('menu.hide') },
      { role: 'hideOthers', label: word('menu.hide-others') },
      { role: 'unhide', label: word('menu.show-all') },
      line,
      { role: 'quit', label: word('menu.quit') },
    ],
  }
  return [
    ...(isMac ? [application] : []),
    {
      label: word('menu.case'),
      submenu: [
        command('case.new', word('menu.case.new'), 'CmdOrCtrl+N'),
        command('case.open-folder', word('menu.case.open-folder'), 'CmdOrCtrl+O'),
        command('case.save-folder', word('menu.case.save-folder'), 'CmdOrCtrl+Shift+S'),
        line,
        heardByWindow(command('verify', word('menu.verify'), 'CmdOrCtrl+Shift+V')),
        line,
        command('lock', word('menu.lock'), 'CmdOrCtrl+L'),
        ...(isMac ? [] : [settings]),
        line,
        isMac ? { role: 'close', label: word('menu.close') } : { role: 'quit', label: word('menu.quit') },
      ],
    },
    {
      label: word('menu.edit'),
      submenu: [
        heardByWindow(command('edit.undo', word('menu.edit.undo'), 'CmdOrCtrl+Z')),
        heardByWindow(command('edit.redo', word('menu.edit.redo'), isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y')),
        line,
        { role: 'cut', label: word('menu.edit.cut') },
        { role: 'copy', label: word('menu.edit.copy') },
        { role: 'paste', label: word('menu.edit.paste') },
        { role: 'selectAll', label: word('menu.edit.select-all') },
        line,
        command('search', word('menu.search'), 'CmdOrCtrl+K'),
      ],
    },
    {
      label: word('menu.view'),
      submenu: [
        { role: 'zoomIn', label: word('menu.view.larger') },
        { role: 'zoomOut', label: word('menu.view.smaller') },
        { role: 'resetZoom', label: word('menu.view.actual') },
        line,
        { role: 'togglefullscreen', label: word('menu.view.full-screen') },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools', label: word('menu.developer') } satisfies Item]),
      ],
    },
    ...(isMac
      ? [
          {
            label: word('menu.window'),
            submenu: [{ role: 'minimize', label: word('menu.window.minimise') } satisfies Item],
          },
        ]
      : []),
    {
      label: word('menu.help'),
      role: 'help',
      submenu: [command('shortcuts', word('menu.help.shortcuts')), ...(isMac ? [] : [about])],
    },
  ]
}
