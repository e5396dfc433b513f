import { randomBytes } from 'node:crypto'
import type { BrowserWindow } from 'electron'
import type { PrintEvent, RequestInput } from '../shared/contract/bridge.ts'
import type { Language } from '../shared/messages/explain.ts'
import { type PrintPlace, printAddress, printPlace } from './print-place.ts'
import type { PrintStream } from './print-stream.ts'
import { openPrintWindow, printContents, setPrintMenu } from './print-window.ts'
import { focusWindow } from './window.ts'

/** A runaway window must not fill the screen. */
const mostWindows = 8

/** The windows that show documents to print. Their bytes come from the page, when they are asked for, and stay in memory. */
export interface PrintWindows {
  /** Opens a window, or brings the one of that name forward with the new document in it. Gives its grant. */
  open(document: RequestInput<'print.open'>): string
  /** True when more is wanted, false when nobody reads this turn any more. */
  write(grant: string, turn: number, bytes: Uint8Array): Promise<boolean>
  end(grant: string, turn: number): void
  close(grant: string): void
  closeAll(): void
  /** The language has changed, or the application's menu was put up again. */
  renewMenus(): void
}

interface Print {
  readonly grant: string
  readonly window: BrowserWindow
  readonly place: PrintPlace
  document: RequestInput<'print.open'>
  /** Counts how often the document was asked for. */
  turn: number
  stream: PrintStream | undefined
}

export interface PrintOptions {
  readonly tell: (event: PrintEvent) => void
  readonly language: () => Language
  /** Puts the application's own menu up again. */
  readonly restoreMenu: () => void
}

export function printWindows({ tell, language, restoreMenu }: PrintOptions): PrintWindows {
  const prints = new Map<string, Print>()
  // Elsewhere every window has a menu of its own, which the application's would replace.
  const restore = () => {
    if (process.platform === 'darwin') restoreMenu()
  }
  const places: PrintPlace[] = []

  const freePlace = (): PrintPlace => {
    const free = places.find(({ shown }) => shown === undefined)
    if (free) return free
    if (places.length >= mostWindows) throw new Error('too many documents to print are open')
    const place = printPlace(places.length + 1)
    places.push(place)
    return place
  }
  const show = (print: Print, document: Print['document']) => {
    print.document = document
    print.place.shown = {
      grant: print.grant,
      name: document.name,
      bytes: document.bytes,
      wanted(stream) {
        print.stream?.stop()
        print.stream = stream
        print.turn += 1
        tell({ kind: 'print.wanted', grant: print.grant, turn: print.turn })
      },
    }
    // It ends in an error when the window is closed in the middle.
    void print.window.loadURL(printAddress(print.grant)).catch(() => undefined)
  }
  const putUpMenu = ({ window, document }: Print) =>
    setPrintMenu(window, language(), () => printContents(window, document, language()))
  const forget = (print: Print) => {
    if (!prints.delete(print.grant)) return
    print.stream?.stop()
    print.place.shown = undefined
    restore()
    tell({ kind: 'print.closed', grant: print.grant })
  }
  const openNew = (document: Print['document']): Print => {
    const place = freePlace()
    const window = openPrintWindow(document.name, place)
    const grant = randomBytes(16).toString('hex')
    const print: Print = { grant, window, place, document, turn: 0, stream: undefined }
    prints.set(grant, print)
    window.on('closed', () => forget(print))
    window.on('focus', () => putUpMenu(print))
    window.on('blur', restore)
    window.webContents.on('render-process-gone', () => window.destroy())
    return print
  }
  const streamOf = (grant: string, turn: number): PrintStream | undefined => {
    const print = prints.get(grant)
    return print?.turn === turn ? print.stream : undefined
  }
  const close = (grant: string) => {
    const print = prints.get(grant)
    if (!print) return
    forget(print)
    // Asks nobody, not even a viewer in which something was drawn.
    print.window.destroy()
  }
  return {
    open(document) {
      const open = [...prints.values()].find((each) => each.document.name === document.name)
      const print = open ?? openNew(document)
      show(print, document)
      putUpMenu(print)
      if (open) focusWindow(open.window)
      return print.grant
    },
    write: async (grant, turn, bytes) => (await streamOf(grant, turn)?.write(bytes)) ?? false,
    end: (grant, turn) => streamOf(grant, turn)?.end(),
    close,
    closeAll() {
      for (const grant of [...prints.keys()]) close(grant)
    },
    renewMenus() {
      for (const print of prints.values()) putUpMenu(print)
    },
  }
}
