import { EventEmitter } from 'node:events'
import type { MenuItemConstructorOptions } from 'electron'

/** Tests put their own answers here, as with Electron. */
export const dialog = {
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  showOpenDialog: async () => ({ canceled: true, filePaths: [] as string[] }),
  showMessageBox: async () => ({ response: 0, checkboxChecked: false }),
}

class MenuItem {
  readonly id: string | undefined
  readonly label: string | undefined
  readonly role: string | undefined
  readonly accelerator: string | undefined
  readonly submenu: Menu | undefined
  readonly click: () => void

  constructor(options: MenuItemConstructorOptions) {
    this.id = options.id
    this.label = options.label
    this.role = options.role
    this.accelerator = typeof options.accelerator === 'string' ? options.accelerator : undefined
    this.submenu = Array.isArray(options.submenu) ? Menu.buildFromTemplate(options.submenu) : undefined
    this.click = () => (options.click as (() => void) | undefined)?.()
  }
}

export class Menu {
  static #current: Menu | null = null
  /** Set by the windows, which this file must not know. */
  static onApplicationMenu: (menu: Menu) => void = () => undefined
  readonly items: MenuItem[] = []

  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]): Menu {
    const menu = new Menu()
    menu.items.push(...template.map((options) => new MenuItem(options)))
    return menu
  }

  static setApplicationMenu(menu: Menu): void {
    Menu.#current = menu
    Menu.onApplicationMenu(menu)
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#current
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
}

export const shell = {
  shown: [] as string[],
  opened: [] as string[],
  async openPath(path: string): Promise<string> {
    shell.opened.push(path)
    return ''
  },
  showItemInFolder(path: string) {
    shell.shown.push(path)
  },
}

const workArea = { x: 0, y: 0, width: 1920, height: 1040 }
export const screen = { getAllDisplays: () => [{ workArea }] }
export const nativeTheme = Object.assign(new EventEmitter(), { shouldUseDarkColors: false })
export const powerMonitor = new EventEmitter()

class PowerSaveBlocker {
  readonly #started = new Set<number>()
  #last = 0

  start(type: 'prevent-app-suspension' | 'prevent-display-sleep'): number {
    if (type !== 'prevent-app-suspension') throw new Error('the screen may go dark')
    this.#started.add((this.#last += 1))
    return this.#last
  }

  stop(id: number): boolean {
    return this.#started.delete(id)
  }

  isStarted(id: number): boolean {
    return this.#started.has(id)
  }

  /** For tests: how many hold the machine awake. */
  count(): number {
    return this.#started.size
  }
}

export const powerSaveBlocker = new PowerSaveBlocker()
