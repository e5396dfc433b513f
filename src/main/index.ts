import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, session } from 'electron'
import { registerAppScheme, serveAppScheme } from './app-scheme.ts'
import { engineFlags } from './engine-flags.ts'
import { openLog } from './log.ts'
import { cutOffNetwork, guardContents, guardSession, windowRules } from './offline.ts'
import { focusWindow } from './window.ts'
import { runWindow } from './run-window.ts'

cutOffNetwork()
app.commandLine.appendSwitch('js-flags', engineFlags)
registerAppScheme()
app.enableSandbox()

const log = openLog(join(app.getPath('userData'), 'logs'), () => new Date())
process.on('uncaughtException', (error) => log.bug(error))
process.on('unhandledRejection', (error) => log.bug(error))

if (app.requestSingleInstanceLock()) void start()
else app.quit()

async function start(): Promise<void> {
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('window-all-closed', () => app.quit())
  await app.whenReady()
  guardSession(session.defaultSession, windowRules)
  serveAppScheme(fileURLToPath(new URL('../renderer', import.meta.url)))
  log.write(
    `start ${app.getVersion()} electron ${process.versions.electron} ${process.platform} ${process.arch}`,
  )
  const window = runWindow(log)
  app.on('second-instance', () => {
    if (!window.isDestroyed()) focusWindow(window)
  })
}
