import { listenOnLoopback } from './loopback-server.ts'
import { isOurs, leaveMark, removeMark } from './running-mark.ts'

/** The origin is where the register lives, so the port never changes. In the dynamic range, above what Linux hands out. */
export const windowPort = 61873

/** How the start of the server ended. */
export type Serving =
  | { readonly state: 'serving'; readonly address: string; stop(): Promise<void> }
  /** A server of this person's own runs already. */
  | { readonly state: 'already-running'; readonly address: string }
  /** Another program, or another person of this computer, holds the port. */
  | { readonly state: 'port-taken'; readonly address: string }

export interface ServeOptions {
  /** The folder of the built window. */
  readonly folder: string
  readonly port: number
  /** A folder only this person can read, where the running server leaves its mark. */
  readonly stateFolder: string
}

/** Serves the built window on 127.0.0.1 until stopped. */
export async function serveWindow({ folder, port, stateFolder }: ServeOptions): Promise<Serving> {
  const address = `http://127.0.0.1:${port}/`
  const mark = `running-${port}`
  const server = await listenOnLoopback(folder, port)
  if (!server) {
    const ours = await isOurs(address, stateFolder, mark)
    return { state: ours ? 'already-running' : 'port-taken', address }
  }
  server.answerAs(await leaveMark(stateFolder, mark))
  return {
    state: 'serving',
    address,
    async stop() {
      await removeMark(stateFolder, mark)
      await server.close()
    },
  }
}
