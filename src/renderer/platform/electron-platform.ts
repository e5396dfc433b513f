import type {
  Bridge,
  RequestInput,
  RequestName,
  RequestOutput,
  WindowEvent,
} from '../../shared/contract/bridge.ts'
import { Failure, type FailureCode, failureCodes } from '../../shared/contract/failure.ts'
import { blockWriter } from './block-writer.ts'
import type { FileSink, FolderSink, Platform } from './platform.ts'

/** A bug of the main process; the log has the rest under the reference. */
export class BrokenRequest extends Error {
  readonly reference: string

  constructor(name: RequestName, reference: string) {
    super(`${name} ended in a bug, see ${reference} in the log`)
    this.name = 'BrokenRequest'
    this.reference = reference
  }
}

/** The platform over Electron's bridge. */
export function electronPlatform(bridge: Bridge): Platform {
  const ask = async <N extends RequestName>(name: N, input: RequestInput<N>): Promise<RequestOutput<N>> => {
    const outcome = await bridge.request(name, input)
    if (outcome.state === 'done') return outcome.value
    if (outcome.state === 'failed' && isFailureCode(outcome.code)) {
      throw new Failure(outcome.code, outcome.facts)
    }
    throw new BrokenRequest(name, outcome.state === 'broken' ? outcome.reference : outcome.code)
  }
  /** For what has no answer anybody waits for. */
  const tell = <N extends RequestName>(name: N, input: RequestInput<N>): void => {
    void ask(name, input).catch(() => undefined)
  }
  const openSink = async (grant: string, path: string, name: string): Promise<FileSink> => {
    const { sink } = await ask('sink.open', { grant, path })
    const writer = blockWriter((bytes) => ask('sink.write', { sink, bytes }))
    return {
      grant,
      name,
      write: (bytes) => writer.write(bytes),
      async commit() {
        await writer.flush()
        await ask('sink.commit', { sink })
      },
      async abort() {
        await writer.settled()
        await ask('sink.abort', { sink }).catch(() => undefined)
      },
    }
  }
  return {
    kind: 'electron',
    async saveFile(suggestedName) {
      const granted = await ask('save.file', { suggestedName: suggestedName.slice(0, 255) })
      return granted ? openSink(granted.grant, '', granted.name) : undefined
    },
    async saveFolder(suggestedName): Promise<FolderSink | undefined> {
      const granted = await ask('save.folder', { suggestedName: suggestedName.slice(0, 255) })
      if (!granted) return undefined
      const { grant, name } = granted
      return {
        grant,
        name,
        create: (path) => openSink(grant, path, path.split('/').at(-1) ?? path),
        async commit() {
          await ask('folder.commit', { grant })
        },
        async abort() {
          await ask('folder.abort', { grant }).catch(() => undefined)
        },
      }
    },
    async reveal({ grant }) {
      await ask('reveal', { grant })
    },
    onEvent: (listener) =>
      bridge.onEvent((event) => {
        if (!undoneByTextField(event)) listener(event)
      }),
    readyToClose: () => tell('ready.to.close', null),
    answerClosing: (answer) => tell('answer.closing', { answer }),
    setLanguage: (language) => tell('set.language', { language }),
    about: () => ask('about', null),
    log: (entry) => tell('log.write', { entry: entry.slice(0, 2000) }),
    readLog: () => ask('log.read', null),
  }
}

function isFailureCode(code: string): code is FailureCode {
  return (failureCodes as readonly string[]).includes(code)
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
