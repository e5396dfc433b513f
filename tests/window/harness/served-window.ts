import { createServer, type AddressInfo } from 'node:net'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveWindow } from '../../../src/serve/index.ts'
import { root } from './browser.ts'

export interface ServedWindow {
  /** Without a slash at the end. */
  readonly origin: string
  stop(): Promise<void>
}

/** Serves the built window, as `npm start` does, on a port nobody uses. */
export async function serveBuiltWindow(
  folder = process.env['WINDOW_BUILD'] ?? join(root, 'out', 'renderer'),
): Promise<ServedWindow> {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error('The window is not built: run node scripts/build-app.mjs --if-needed, or npm test.')
  }
  const stateFolder = await mkdtemp(join(tmpdir(), 'dossier-serve-'))
  for (;;) {
    const serving = await serveWindow({ folder, port: await freePort(), stateFolder })
    if (serving.state !== 'serving') continue
    return {
      origin: serving.address.replace(/\/$/, ''),
      async stop() {
        await serving.stop()
        await rm(stateFolder, { recursive: true, force: true })
      },
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
