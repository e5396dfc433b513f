import { mostReadBytes } from '../shared/contract/bridge.ts'
import { Failure } from '../shared/contract/failure.ts'
import type { HandedPart } from '../shared/contract/handed-file.ts'
import type { HandedAnswer } from './app-scheme.ts'
import type { HandedOver } from './handed-over.ts'
import type { Log } from './log.ts'

/**
 * Bytes of what was handed over, for the workers of the window, which have no bridge. A failure is told by its code and
 * reason; the log has neither name nor path.
 */
export function answerHanded(
  handed: Pick<HandedOver, 'read'>,
  log: Pick<Log, 'write' | 'bug'>,
): (part: HandedPart) => Promise<HandedAnswer> {
  return async (part) => {
    try {
      if (part.length > mostReadBytes) throw new Error('more was asked for than is read at a time')
      return await handed.read(part)
    } catch (error) {
      if (!(error instanceof Failure)) return { status: 500, said: log.bug(error) }
      const { reason = '' } = error.facts
      log.write(`failure ${error.code} ${reason}`)
      return { status: 409, said: `${error.code} ${reason}`.trim() }
    }
  }
}
