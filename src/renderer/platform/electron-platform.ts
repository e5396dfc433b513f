import type {
  Bridge,
  BridgeEvent,
  PrintEvent,
  RequestInput,
  RequestName,
  WindowEvent,
} from '../../shared/contract/bridge.ts'
import { askMain } from './ask-main.ts'
import { electronPrint } from './electron-print.ts'
import { saveFileByMain, saveFolderByMain } from './electron-sinks.ts'
import { takeHandedOver } from './electron-handed.ts'
import { countedSwitch } from './keep-awake.ts'
import type { Platform } from './platform.ts'

/** The platform over Electron's bridge. */
export function electronPlatform(bridge: Bridge): Platform {
  const ask = askMain(bridge)
  /** For what has no answer anybody waits for. */
  const tell = <N extends RequestName>(name: N, input: RequestInput<N>): void => {
    void ask(name, input).catch(() => undefined)
  }
  const log = (entry: string) => tell('log.write', { entry: entry.slice(0, 2000) })
  const prints = electronPrint(ask, log)
  bridge.onEvent((event) => {
    if (isOfPrint(event)) prints.hear(event)
  })
  return {
    kind: 'electron',
    saveFile: (suggestedName) => saveFileByMain(ask, suggestedName),
    saveFolder: (suggestedName) => saveFolderByMain(ask, suggestedName),
    async reveal({ grant }) {
      await ask('reveal', { grant })
    },
    async open({ grant }) {
      await ask('open', { grant })
    },
    print: (document) => prints.print(document),
    closePrints: () => prints.closePrints(),
    takeHanded: () => takeHandedOver(ask),
    onEvent: (listener) =>
      bridge.onEvent((event) => {
        if (!isOfPrint(event) && !undoneByTextField(event)) listener(event)
      }),
    readyToClose: () => tell('ready.to.close', null),
    answerClosing: (answer) => tell('answer.closing', { answer }),
    setLanguage: (language) => tell('set.language', { language }),
    keepAwake: countedSwitch((on) => tell('keep.awake', { on })),
    about: () => ask('about', null),
    log,
    readLog: () => ask('log.read', null),
  }
}

function isOfPrint(event: BridgeEvent): event is PrintEvent {
  return event.kind === 'print.wanted' || event.kind === 'print.closed'
}

/** Undo and redo of the menu belong to the text field that has the focus, if one has. */
function undoneByTextField(event: WindowEvent): boolean {
  if (event.kind !== 'command') return false
  if (event.command !== 'edit.undo' && event.command !== 'edit.redo') return false
  const focused = document.activeElement
  const isText =
    focused instanceof HTMLTextAreaElement ||
    (focused instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(focused.type)) ||
    (focused instanceof HTMLElement && focused.isContentEditable)
  // The one way to undo typing that keeps the field's own history.
  if (isText) document.execCommand(event.command === 'edit.undo' ? 'undo' : 'redo')
  return isText
}
