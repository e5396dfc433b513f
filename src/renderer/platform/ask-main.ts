import type { Bridge, RequestInput, RequestName, RequestOutput } from '../../shared/contract/bridge.ts'
import { Failure, type FailureCode, failureCodes } from '../../shared/contract/failure.ts'

/** A bug of the main process; the log has the rest under the reference. */
export class BrokenRequest extends Error {
  readonly reference: string

  constructor(name: RequestName, reference: string) {
    super(`${name} ended in a bug, see ${reference} in the log`)
    this.name = 'BrokenRequest'
    this.reference = reference
  }
}

/** Asks the main process. Throws the Failure it ended in, or BrokenRequest. */
export type AskMain = <N extends RequestName>(name: N, input: RequestInput<N>) => Promise<RequestOutput<N>>

export function askMain(bridge: Bridge): AskMain {
  return async (name, input) => {
    const outcome = await bridge.request(name, input)
    if (outcome.state === 'done') return outcome.value
    if (outcome.state === 'failed' && isFailureCode(outcome.code)) {
      throw new Failure(outcome.code, outcome.facts)
    }
    throw new BrokenRequest(name, outcome.state === 'broken' ? outcome.reference : outcome.code)
  }
}

function isFailureCode(code: string): code is FailureCode {
  return (failureCodes as readonly string[]).includes(code)
}
