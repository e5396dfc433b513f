import { lstat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { numberedName, plainFileName } from '../shared/contract/file-name.ts'
import type { Language } from '../shared/messages/explain.ts'
import { sayAsHost } from '../shared/messages/host.ts'

/** The system's dialogs for saving; undefined when the person cancelled. */
export interface SaveDialogs {
  askForFile(suggestedName: string, language: Language): Promise<string | undefined>
  /** Gives the path of a folder that does not exist yet, in the place the person chose. */
  askForFolder(suggestedName: string, language: Language): Promise<string | undefined>
}

/** Dialogs over the window. The last folder is remembered while the application runs, never on disk. */
export function saveDialogs(window: BrowserWindow): SaveDialogs {
  let lastFolder: string | undefined
  const startFolder = () => lastFolder ?? app.getPath('documents')
  return {
    async askForFile(suggestedName, language) {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: join(startFolder(), plainFileName(suggestedName)),
        buttonLabel: sayAsHost('dialog.save', language),
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      })
      if (canceled || !filePath) return undefined
      lastFolder = dirname(filePath)
      return filePath
    },
    async askForFolder(suggestedName, language) {
      const name = plainFileName(suggestedName)
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        defaultPath: startFolder(),
        title: sayAsHost('dialog.save-folder-message', language, { name }),
        message: sayAsHost('dialog.save-folder-message', language, { name }),
        buttonLabel: sayAsHost('dialog.save-folder', language),
        properties: ['openDirectory', 'createDirectory', 'promptToCreate', 'dontAddToRecent'],
      })
      const [place] = filePaths
      if (canceled || place === undefined) return undefined
      lastFolder = place
      return freePath(place, name)
    },
  }
}

/** The first of `name`, `name (2)`, … that nothing has yet. */
async function freePath(place: string, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = join(place, number === 1 ? name : numberedName(name, number, 'folder'))
    const taken = await lstat(path).then(
      () => true,
      () => false,
    )
    if (!taken) return path
  }
}
