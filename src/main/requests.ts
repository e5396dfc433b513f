import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import {
  type Outcome,
  type RequestInput,
  type RequestName,
  type RequestOutput,
  requests,
} from '../shared/contract/bridge.ts'
import { requestChannel } from '../shared/contract/channels.ts'
import { Failure } from '../shared/contract/failure.ts'
import type { Log } from './log.ts'

/** One answer per request; throws a Failure for what is foreseen. */
export type Answers = {
  readonly [N in RequestName]: (input: RequestInput<N>) => RequestOutput<N> | Promise<RequestOutput<N>>
}

/**
 * Answers the requests of the window whose event `isWindow` accepts. Every ending is plain data: done, failed with
 * a code, or broken with a reference to the log. Unknown names, bad input and foreign senders are broken.
 */
export function answerRequests(
  answers: Answers,
  isWindow: (event: IpcMainInvokeEvent) => boolean,
  log: Log,
): void {
  ipcMain.handle(requestChannel, async (event, name: unknown, input: unknown): Promise<Outcome<unknown>> => {
    try {
      if (!isWindow(event)) throw new Error('a request of a foreign sender was refused')
      if (!isRequestName(name)) throw new Error('an unknown request was refused')
      return { state: 'done', value: await answer(answers, name, input) }
    } catch (error) {
      if (error instanceof Failure) {
        log.write(`failure ${error.code} ${typeof error.facts.reason === 'string' ? error.facts.reason : ''}`)
        return { state: 'failed', code: error.code, facts: { ...error.facts } }
      }
      return { state: 'broken', reference: log.bug(error) }
    }
  })
}

async function answer<N extends RequestName>(answers: Answers, name: N, input: unknown): Promise<unknown> {
  const parsed = requests[name].input.safeParse(input)
  if (!parsed.success) {
    const places = parsed.error.issues.map((issue) => `${issue.code} at ${issue.path.join('.')}`)
    throw new Error(`bad input of ${name}: ${places.join(', ')}`)
  }
  return answers[name](parsed.data as RequestInput<N>)
}

function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(requests, name)
}
