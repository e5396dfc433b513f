import path from 'node:path'
import { fileURLToPath } from 'node:url'

export interface StartArguments {
  /** The whole command line, the program first. */
  readonly argv: readonly string[]
  /** A program that is not packaged gets its own folder as the first argument. */
  readonly isPackaged: boolean
  /** Where the program was started. */
  readonly folder: string
  /** How paths of the system are written. */
  readonly system?: path.PlatformPath
}

/**
 * The paths a command line hands over, absolute, each once. Switches are left out wherever they stand: Chromium adds
 * its own and moves them. An address `file:` is the path it names, as some desktops write it.
 */
export function pathsHanded({ argv, isPackaged, folder, system = path }: StartArguments): string[] {
  const words = argv.slice(1).filter((word) => word !== '' && !word.startsWith('-'))
  const paths = isPackaged ? words : words.slice(1)
  return [...new Set(paths.map((word) => system.resolve(folder, pathOf(word, system))))]
}

/** Where the program was started, or another folder when that one is gone. */
export function folderOfStart(otherwise: string, ask: () => string = () => process.cwd()): string {
  try {
    return ask()
  } catch {
    return otherwise
  }
}

function pathOf(word: string, system: path.PlatformPath): string {
  if (!word.startsWith('file:')) return word
  try {
    return fileURLToPath(word, { windows: system === path.win32 })
  } catch {
    // Told as the path that does not exist.
    return word
  }
}
