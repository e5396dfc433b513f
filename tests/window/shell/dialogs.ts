import type { RunningApp } from './launch-app.ts'

interface Scripted {
  readonly asked: Record<string, unknown>[]
  readonly shown: string[]
}

/** The person's answer to the dialogs from now on: a place to save to, or undefined to cancel. */
export function answerDialogs(app: RunningApp, path: string | undefined): Promise<void> {
  return app.evaluate(({ dialog, shell }, chosen) => {
    const asked: unknown[] = []
    const shown: string[] = []
    const canceled = chosen === undefined
    dialog.showSaveDialog = async (...args: unknown[]) => {
      asked.push(args[1])
      return { canceled, filePath: chosen ?? '' }
    }
    dialog.showOpenDialog = async (...args: unknown[]) => {
      asked.push(args[1])
      return { canceled, filePaths: canceled ? [] : [chosen] }
    }
    shell.showItemInFolder = (item) => void shown.push(item)
    Object.assign(globalThis, { scripted: { asked, shown } })
  }, path)
}

/** What the dialogs were asked with since they were last answered. */
export function askedDialogs(app: RunningApp): Promise<Record<string, unknown>[]> {
  return app.evaluate(() => (globalThis as unknown as { scripted: Scripted }).scripted.asked, undefined)
}

/** What was shown in the file manager since then. */
export function shownInFolder(app: RunningApp): Promise<string[]> {
  return app.evaluate(() => (globalThis as unknown as { scripted: Scripted }).scripted.shown, undefined)
}
