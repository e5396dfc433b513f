import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Arch, build, type Configuration, Platform } from 'electron-builder'
import { packageConfiguration } from '../../electron-builder.config.ts'
import { licenceTexts } from './licence-texts.ts'
import type { System } from './systems.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const platforms = { linux: Platform.LINUX, win: Platform.WINDOWS, mac: Platform.MAC } as const

export interface PackageOrder {
  readonly system: System
  /** Emptied first; holds the packages and, beside them, the unpacked applications. */
  readonly output: string
  readonly homepage?: string
  /** With these only the named targets are made of an Electron that lies unpacked in a folder; nothing is fetched. */
  readonly trial?: Trial
}

export interface Trial {
  readonly electronDist: string
  /** `dir` is the unpacked application. */
  readonly targets: readonly string[]
  /** Is given what a target would be made from; nothing is made of it then. */
  readonly instead?: (effective: unknown) => void
  /** Takes the place of what the project configures. */
  readonly configuration?: (configured: Configuration) => Configuration
}

/**
 * Packs the built application. Resolves with the paths of the packages. Rejects with the error of the packager when its
 * configuration is wrong, when something could not be fetched or a tool failed; the output folder is gone then.
 */
export async function makePackages({ system, output, homepage, trial }: PackageOrder): Promise<string[]> {
  const generated = await mkdtemp(join(tmpdir(), 'dossier-packages-'))
  try {
    await rm(output, { recursive: true, force: true })
    await mkdir(output, { recursive: true })
    await writeFile(join(generated, 'package.json'), await packedManifest())
    await writeFile(join(generated, 'THIRD_PARTY_LICENSES.txt'), await licenceTexts())
    const configuration = packageConfiguration({
      generated,
      output,
      signsAdHoc: system === 'mac' && process.platform === 'darwin',
      ...(homepage === undefined ? {} : { homepage }),
      ...(trial === undefined ? {} : { electronDist: trial.electronDist }),
    })
    const platform = platforms[system]
    const { instead } = trial ?? {}
    const made = await build({
      projectDir: root,
      publish: 'never',
      targets: trial ? platform.createTarget([...trial.targets], Arch.x64) : platform.createTarget(),
      config: trial?.configuration?.(configuration) ?? configuration,
      ...(instead === undefined
        ? {}
        : {
            effectiveOptionComputed: (effective: unknown) => {
              instead(effective)
              return Promise.resolve(true)
            },
          }),
    })
    return made
  } catch (error) {
    await rm(output, { recursive: true, force: true })
    throw error
  } finally {
    await rm(generated, { recursive: true, force: true })
  }
}

/** The package.json of the packed application: what Electron reads, and nothing of how the project is built. */
async function packedManifest(): Promise<string> {
  const source = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<string, unknown>
  const kept = ['name', 'productName', 'version', 'description', 'license', 'type', 'main'] as const
  const manifest = {
    ...Object.fromEntries(kept.map((key) => [key, source[key]])),
    desktopName: 'rights-dossier.desktop',
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** The unpacked applications that lie in an output folder. */
export async function unpackedIn(output: string): Promise<string[]> {
  const names = (await readdir(output)).filter((name) =>
    /^(linux|win)(-\w+)?-unpacked$|^mac(-\w+)?$/.test(name),
  )
  return names.sort().map((name) => join(output, name))
}

/**
 * Whether packaging failed because something could not be fetched, and not because of what was packed.
 * The packager fetches by two libraries, whose errors have these names, or the code of the system.
 */
export function isFetchFailure(error: unknown): boolean {
  const { code = '', name = '' } = error as { code?: string; name?: string }
  const unreachable = /^(ENOTFOUND|EAI_AGAIN|ECONN\w+|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|EPROTO|\w*CERT\w*)$/
  return unreachable.test(code) || /^(RequestError|HTTPError|HttpError|TimeoutError|ReadError)$/.test(name)
}

/** Whether the packager refused its configuration: what its schema refuses has no code, only this beginning. */
export function isConfigurationFailure(error: unknown): boolean {
  const { code, message = '' } = error as { code?: string; message?: string }
  return code === 'ERR_ELECTRON_BUILDER_INVALID_CONFIGURATION' || message.startsWith('Invalid configuration')
}
