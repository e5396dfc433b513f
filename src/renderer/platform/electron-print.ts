import type { PrintEvent } from '../../shared/contract/bridge.ts'
import type { AskMain } from './ask-main.ts'
import { blockWriter } from './block-writer.ts'
import type { PrintDocument } from './platform.ts'

/** Documents in print windows of the main process, which asks for their bytes when a window wants them. */
export interface ElectronPrint {
  print(document: PrintDocument): Promise<void>
  closePrints(): void
  hear(event: PrintEvent): void
}

interface Shown {
  readonly document: PrintDocument
  /** The first time the whole document has arrived, its window was closed, or its bytes could not be read. */
  readonly ended: { resolve(): void; reject(error: unknown): void }
}

export function electronPrint(ask: AskMain, log: (entry: string) => void): ElectronPrint {
  const shown = new Map<string, Shown>()
  const opening = new Set<Promise<unknown>>()
  const close = (grant: string) => void ask('print.close', { grant }).catch(() => undefined)

  const open = async (document: PrintDocument, ended: Shown['ended']): Promise<void> => {
    const { name, bytes, copies, sides } = document
    const { grant } = await ask('print.open', { name: name.slice(0, 255), bytes, copies, sides })
    // The window shows the newer document from now on.
    shown.get(grant)?.ended.resolve()
    shown.set(grant, { document, ended })
  }
  const stream = async (grant: string, turn: number): Promise<void> => {
    // The answer that names the grant may come after the event.
    await Promise.allSettled(opening)
    const one = shown.get(grant)
    if (!one) return
    const writer = blockWriter(async (bytes) => {
      const { wanted } = await ask('print.write', { grant, turn, bytes })
      if (!wanted) throw new NotWanted()
    })
    try {
      for await (const bytes of one.document.stream()) await writer.write(bytes)
      await writer.flush()
      await ask('print.end', { grant, turn })
      one.ended.resolve()
    } catch (error) {
      if (error instanceof NotWanted) return
      // A document that ends in the middle must not be taken for a whole one.
      close(grant)
      log(`print ended in ${error instanceof Error ? error.name : typeof error}`)
      one.ended.reject(error)
    }
  }
  return {
    async print(document) {
      let ended: Shown['ended'] | undefined
      const whole = new Promise<void>((resolve, reject) => (ended = { resolve, reject }))
      const opened = open(document, ended!)
      opening.add(opened)
      await opened.finally(() => opening.delete(opened))
      return whole
    },
    closePrints() {
      void Promise.allSettled(opening).then(() => [...shown.keys()].forEach(close))
    },
    hear(event) {
      if (event.kind === 'print.wanted') return void stream(event.grant, event.turn)
      shown.get(event.grant)?.ended.resolve()
      shown.delete(event.grant)
    },
  }
}

/** The window was closed, or asked for the document anew. */
class NotWanted extends Error {}
