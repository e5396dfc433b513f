import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, session } from 'electron'
import { registerAppScheme, serveAppScheme } from './app-scheme.ts'
import { answerHanded } from './answer-handed.ts'
import { engineFlags } from './engine-flags.ts'
import { handedOver } from './handed-over.ts'
import { openLog } from './log.ts'
import { cutOffNetwork, guardContents, guardSession, windowRules } from './offline.ts'
import { focusWindow } from './window.ts'
import { runWindow } from './run-window.ts'
import { folderOfStart, pathsHanded } from './start-arguments.ts'

cutOffNetwork()
app.commandLine.appendSwitch('js-flags', engineFlags)
registerAppScheme()
app.enableSandbox()

const log = openLog(join(app.getPath('userData'), 'logs'), () => new Date())
process.on('uncaughtException', (error) => log.bug(error))
process.on('unhandledRejection', (error) => log.bug(error))

const handed = handedOver()
// On macOS also before the application is ready.
app.on('open-file', (event, path) => {
  event.preventDefault()
  handed.add([path])
})

if (app.requestSingleInstanceLock()) void start()
else app.quit()

async function start(): Promise<void> {
  const hand = (argv: readonly string[], folder: string) =>
    handed.add(pathsHanded({ argv, isPackaged: app.isPackaged, folder }))
  hand(process.argv, folderOfStart(app.getPath('home')))
  // Of several files at once Windows starts the program with each, sooner than the window is there.
  app.on('second-instance', (_event, argv, folder) => hand(argv, folder))
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('window-all-closed', () => app.quit())
  await app.whenReady()
  guardSession(session.defaultSession, windowRules)
  serveAppScheme(fileURLToPath(new URL('../renderer', import.meta.url)), answerHanded(handed, log))
  log.write(
    `start ${app.getVersion()} electron ${process.versions.electron} ${process.platform} ${process.arch}`,
  )
  const window = runWindow(log, handed)
  const bringForward = () => {
    if (!window.isDestroyed()) focusWindow(window)
  }
  app.on('second-instance', bringForward)
  app.on('open-file', bringForward)
}
