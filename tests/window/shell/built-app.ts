import { existsSync } from 'node:fs'
import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from '../../builders/temporary-folder.ts'
import { noncePlaceholder } from '../../../src/shared/contract/content-security-policy.ts'
import { root } from '../harness/browser.ts'
import { launchApp, type RunningApp } from './launch-app.ts'

export interface StartedApp {
  readonly app: RunningApp
  /** Holds package.json and out/. */
  readonly folder: string
  /** The application's own folder of the person. */
  readonly userData: string
  /** A folder to save into. */
  readonly place: string
  /** Starts it again with the same folders, and with paths handed over. */
  readonly again: (paths?: readonly string[]) => Promise<RunningApp>
}

/** The built main process and preload over a page that does nothing by itself; ends with the test. */
export async function startPlainApp(): Promise<StartedApp> {
  const folder = await temporaryFolder()
  for (const name of ['main', 'preload']) {
    await cp(builtFolder(name), join(folder, 'out', name), { recursive: true })
  }
  await cp(join(root, 'package.json'), join(folder, 'package.json'))
  await build({
    root: join(import.meta.dirname, 'page'),
    configFile: false,
    logLevel: 'error',
    html: { cspNonce: noncePlaceholder },
    build: { outDir: join(folder, 'out', 'renderer'), modulePreload: false, target: 'esnext' },
  })
  await writeFile(join(folder, 'out', 'secret.json'), '"outside of the window"')
  return start(folder)
}

/** The application as it is built, with its own window, and with paths handed over at its start. */
export function startBuiltApp(paths: readonly string[] = []): Promise<StartedApp> {
  builtFolder('renderer')
  return start(root, paths)
}

async function start(folder: string, paths: readonly string[] = []): Promise<StartedApp> {
  const userData = await temporaryFolder()
  const place = await temporaryFolder()
  const running = new Set<RunningApp>()
  const launch = async (handed: readonly string[] = []): Promise<RunningApp> => {
    const app = await launchApp({ folder, userData, paths: handed })
    if (app.kind === 'ended') throw new Error(`the application ended at once with ${app.code}`)
    running.add(app)
    void app.ended.then(() => running.delete(app))
    return app
  }
  onTestFinished(async () => {
    for (const app of running) await app.kill().catch(() => undefined)
  })
  return { app: await launch(paths), folder, userData, place, again: launch }
}

function builtFolder(name: string): string {
  const folder = join(root, 'out', name)
  if (!existsSync(folder)) {
    throw new Error('The application is not built: run node scripts/build-app.mjs --if-needed, or npm test.')
  }
  return folder
}
