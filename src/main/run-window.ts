import { basename, join } from 'node:path'
import { app, type BrowserWindow, type IpcMainInvokeEvent, shell } from 'electron'
import type { BridgeEvent, CommandName } from '../shared/contract/bridge.ts'
import { eventChannel } from '../shared/contract/channels.ts'
import type { Language } from '../shared/messages/explain.ts'
import { isWindowAddress } from './app-scheme.ts'
import { closeInOrder, type Closing } from './closing.ts'
import { reopenAfterCrash } from './crashed.ts'
import { fileGrants, type FileGrants } from './file-grants.ts'
import type { HandedOver } from './handed-over.ts'
import type { Log } from './log.ts'
import { setMenu } from './menu.ts'
import { openFile } from './open-file.ts'
import { tellOfSleep, wakefulness } from './power.ts'
import { printWindows, type PrintWindows } from './print-windows.ts'
import { type Answers, answerRequests } from './requests.ts'
import { saveDialogs } from './save-dialogs.ts'
import { openWindow } from './window.ts'
import { readWindowState, type WindowState, writeWindowState } from './window-state.ts'

/** Opens the window and everything that belongs to it. */
export function runWindow(log: Log, handed: HandedOver): BrowserWindow {
  const statePath = join(app.getPath('userData'), 'window.json')
  const state = readWindowState(statePath)
  let language: Language = state.language ?? systemLanguage()
  const window = openWindow(state)
  const tell = (event: BridgeEvent) => {
    if (!window.isDestroyed()) window.webContents.send(eventChannel, event)
  }
  const run = async (command: CommandName) => {
    await actForPerson(window)
    tell({ kind: 'command', command })
  }
  const menu = () => setMenu(language, (command) => void run(command))
  menu()
  tellOfSleep(tell)
  handed.onAdded(() => tell({ kind: 'handed' }))

  const grants = fileGrants()
  const keepAwake = wakefulness()
  const prints = printWindows({ tell, language: () => language, restoreMenu: menu })
  const closing = closeInOrder(window, tell)
  const languageOf = {
    get: () => language,
    set(next: Language) {
      language = next
      menu()
      prints.renewMenus()
      writeWindowState(statePath, currentState(window, language))
    },
  }
  answerRequests(
    answersOf(window, { grants, handed, keepAwake, prints, closing, language: languageOf, log }),
    (event) => isTopFrame(window, event),
    log,
  )

  window.webContents.on('did-finish-load', () => closing.setAnswering(true))
  /** What the page began ends with it: a new page knows nothing of it. */
  const forgetPage = async () => {
    keepAwake(false)
    prints.closeAll()
    handed.forget()
    await grants.abandonAll()
  }
  window.webContents.on('did-navigate', () => void forgetPage())
  reopenAfterCrash(window, languageOf.get, async (reason) => {
    log.write(`window gone: ${reason}`)
    closing.setAnswering(false)
    await forgetPage()
  })
  window.on('closed', () => {
    keepAwake(false)
    prints.closeAll()
  })
  window.on('close', () => writeWindowState(statePath, currentState(window, language)))
  quitAfterCleaning(grants)
  return window
}

interface Behind {
  readonly grants: FileGrants
  readonly handed: HandedOver
  readonly keepAwake: (on: boolean) => void
  readonly prints: PrintWindows
  readonly closing: Closing
  readonly language: { get(): Language; set(next: Language): void }
  readonly log: Log
}

function answersOf(window: BrowserWindow, behind: Behind): Answers {
  const { grants, handed, keepAwake, prints, closing, language, log } = behind
  const dialogs = saveDialogs(window)
  const done = async (work: void | Promise<void>): Promise<null> => {
    await work
    return null
  }
  return {
    async 'save.file'({ suggestedName }) {
      const path = await dialogs.askForFile(suggestedName, language.get())
      return path === undefined ? null : { grant: grants.grantFile(path), name: basename(path) }
    },
    async 'save.folder'({ suggestedName }) {
      const path = await dialogs.askForFolder(suggestedName, language.get())
      return path === undefined ? null : { grant: await grants.grantFolder(path), name: basename(path) }
    },
    'sink.open': async ({ grant, path }) => ({ sink: await grants.openSink(grant, path) }),
    'sink.write': ({ sink, bytes }) => done(grants.write(sink, bytes)),
    'sink.settle': ({ sink }) => done(grants.settle(sink)),
    'file.read': ({ grant, path, offset, length }) => grants.read(grant, path, offset, length),
    'sink.commit': ({ sink }) => done(grants.commit(sink)),
    'sink.abort': ({ sink }) => done(grants.abort(sink)),
    'folder.commit': ({ grant }) => done(grants.commitFolder(grant)),
    'folder.abort': ({ grant }) => done(grants.abortFolder(grant)),
    'handed.take': () => handed.take(),
    reveal: ({ grant }) => done(shell.showItemInFolder(grants.committedPath(grant))),
    open: ({ grant }) => done(openFile(grants.committedPath(grant))),
    'keep.awake': ({ on }) => done(keepAwake(on)),
    'print.open': (document) => ({ grant: prints.open(document) }),
    'print.write': async ({ grant, turn, bytes }) => ({ wanted: await prints.write(grant, turn, bytes) }),
    'print.end': ({ grant, turn }) => done(prints.end(grant, turn)),
    'print.close': ({ grant }) => done(prints.close(grant)),
    about: () => ({ version: app.getVersion(), runtime: runtime() }),
    'set.language': (input) => done(language.set(input.language)),
    'ready.to.close': () => done(closing.ready()),
    'answer.closing': ({ answer }) => done(closing.answer(answer)),
    'log.write': ({ entry }) => done(log.write(`window ${entry}`)),
    'log.read': () => log.read(),
  }
}

/** The page hears of no click in the menu, and without one Chromium opens no dialog to choose files for it. */
async function actForPerson(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return
  await window.webContents.executeJavaScript('undefined', true).catch(() => undefined)
}

/** Only the top frame of the window at its own address may ask. */
function isTopFrame(window: BrowserWindow, { sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return (
    sender === window.webContents &&
    senderFrame !== null &&
    senderFrame === window.webContents.mainFrame &&
    isWindowAddress(senderFrame.url)
  )
}

/** Files that were not finished are removed before the application ends. */
function quitAfterCleaning(grants: FileGrants): void {
  let clean = false
  app.on('will-quit', (event) => {
    if (clean) return
    event.preventDefault()
    void grants.abandonAll().then(() => {
      clean = true
      app.quit()
    })
  })
}

function currentState(window: BrowserWindow, language: Language): WindowState {
  return { bounds: window.getNormalBounds(), maximised: window.isMaximized(), language }
}

/** Chinese first: English only where the system prefers it over Chinese. */
function systemLanguage(): Language {
  const preferred = app.getPreferredSystemLanguages().find((tag) => /^(?:zh|en)/i.test(tag))
  return preferred?.toLowerCase().startsWith('en') ? 'en' : 'zh'
}

function runtime(): Record<string, string> {
  const { electron = '', chrome = '', node } = process.versions
  return { electron, chrome, node, platform: process.platform, arch: process.arch }
}
