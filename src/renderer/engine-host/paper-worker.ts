import { workPaper } from '../../engine/jobs.ts'
import { paperFonts } from './paper-fonts.ts'
import { type PaperReply, type PaperRequest, toWire } from './wire.ts'

/** The throw-away worker that sets one paper about the work. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<PaperRequest>) => void) | null
  postMessage(reply: PaperReply, transfer?: Transferable[]): void
}
const scope = globalThis as unknown as WorkerScope

scope.onmessage = ({ data: request }) => {
  write(request).then(
    (bytes) => scope.postMessage({ kind: 'written', bytes }, [bytes.buffer]),
    (error: unknown) => scope.postMessage({ kind: 'failed', error: toWire(error) }),
  )
}

async function write(request: PaperRequest): Promise<Uint8Array<ArrayBuffer>> {
  return workPaper(request, await paperFonts())
}
