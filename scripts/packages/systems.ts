import { join } from 'node:path'

/** The systems there are packages for, as the packager calls them. */
export const systems = ['linux', 'win', 'mac'] as const

export type System = (typeof systems)[number]

/** The system this runs on, or undefined when there are no packages for it. */
export function systemHere(platform: NodeJS.Platform = process.platform): System | undefined {
  if (platform === 'linux') return 'linux'
  if (platform === 'win32') return 'win'
  if (platform === 'darwin') return 'mac'
  return undefined
}

/** Where things lie in the unpacked application of a system. */
export interface Layout {
  readonly archive: string
  /** The binary that holds the fuses. */
  readonly fuseBinary: string
  /** The file that holds the digest of the archive; Electron for Linux checks none. */
  readonly integrityFile: string | undefined
  readonly resources: string
  /** The folder whose files are the languages of Chromium, and how their names end. */
  readonly languages: { readonly folder: string; readonly ending: string }
}

/** The layout of an unpacked application; `programName` is what the configuration calls it. */
export function layoutOf(system: System, folder: string, programName: string): Layout {
  if (system === 'mac') {
    const contents = join(folder, `${programName}.app`, 'Contents')
    const framework = join(contents, 'Frameworks', 'Electron Framework.framework')
    return {
      archive: join(contents, 'Resources', 'app.asar'),
      fuseBinary: join(framework, 'Electron Framework'),
      integrityFile: join(contents, 'Info.plist'),
      resources: join(contents, 'Resources'),
      languages: { folder: join(framework, 'Resources'), ending: '.lproj' },
    }
  }
  const program = join(folder, system === 'win' ? `${programName}.exe` : 'rights-dossier')
  return {
    archive: join(folder, 'resources', 'app.asar'),
    fuseBinary: program,
    integrityFile: system === 'win' ? program : undefined,
    resources: join(folder, 'resources'),
    languages: { folder: join(folder, 'locales'), ending: '.pak' },
  }
}
