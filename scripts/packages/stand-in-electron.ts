import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { fuseSentinel } from './fuses.ts'
import type { System } from './systems.ts'

/** The other way round than the configuration wants each; the ninth is one that it does not know. */
const wire = '101100111'
const fuseBytes = Buffer.from(`${fuseSentinel}\x01${String.fromCharCode(wire.length)}${wire}`, 'latin1')

/**
 * Writes what the packager looks for in an unpacked Electron, and nothing that runs: a binary with fuses, languages, licence;
 * on Windows an executable with version resources, on macOS the bundle with its helpers.
 */
export async function writeStandInElectron(folder: string, system: System): Promise<void> {
  if (system === 'mac') return writeBundle(join(folder, 'Electron.app', 'Contents'))
  const binary = system === 'win' ? Buffer.concat([emptyExecutable(), fuseBytes]) : fuseBytes
  await put(join(folder, system === 'win' ? 'electron.exe' : 'electron'), binary, 0o755)
  await put(join(folder, 'LICENSE'), 'licence of Electron\n')
  await put(join(folder, 'LICENSES.chromium.html'), 'licences of Chromium\n')
  await mkdir(join(folder, 'resources'), { recursive: true })
  for (const language of ['de', 'en-GB', 'en-US', 'zh-CN', 'zh-TW']) {
    await put(join(folder, 'locales', `${language}.pak`), language)
  }
}

function emptyExecutable(): Buffer {
  const executable = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(executable)
  const version = Resource.VersionInfo.createEmpty()
  version.lang = 1033
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' })
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(executable)
  return Buffer.from(executable.generate())
}

async function writeBundle(contents: string): Promise<void> {
  const frameworks = join(contents, 'Frameworks')
  const framework = join(frameworks, 'Electron Framework.framework')
  const version = join(framework, 'Versions', 'A')
  await put(join(contents, 'MacOS', 'Electron'), 'not a program', 0o755)
  await put(join(contents, 'Info.plist'), plist('Electron'))
  await put(join(contents, 'Resources', 'electron.icns'), 'icon')
  await put(join(version, 'Electron Framework'), fuseBytes, 0o755)
  for (const language of ['de', 'en', 'en_GB', 'zh_CN', 'zh_TW']) {
    await put(join(contents, 'Resources', `${language}.lproj`, 'locale.pak'), language)
    await put(join(version, 'Resources', `${language}.lproj`, 'locale.pak'), language)
  }
  await symlink('A', join(framework, 'Versions', 'Current'))
  await symlink('Versions/Current/Electron Framework', join(framework, 'Electron Framework'))
  await symlink('Versions/Current/Resources', join(framework, 'Resources'))
  for (const kind of ['', ' (GPU)', ' (Plugin)', ' (Renderer)']) {
    const helper = join(frameworks, `Electron Helper${kind}.app`, 'Contents')
    await put(join(helper, 'MacOS', `Electron Helper${kind}`), 'not a program', 0o755)
    await put(join(helper, 'Info.plist'), plist(`Electron Helper${kind}`))
  }
}

/** The keys of Electron's own that the configuration takes away are there to be taken away. */
function plist(name: string): string {
  const texts = {
    CFBundleExecutable: name,
    CFBundleIconFile: 'electron.icns',
    CFBundleIdentifier: 'com.github.Electron',
    CFBundleName: name,
    NSCameraUsageDescription: 'This app needs access to the camera',
    NSMicrophoneUsageDescription: 'This app needs access to the microphone',
  }
  const rows = Object.entries(texts).map(([key, text]) => `  <key>${key}</key>\n  <string>${text}</string>`)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    `<plist version="1.0">\n<dict>\n${rows.join('\n')}\n</dict>\n</plist>\n`,
  ].join('\n')
}

async function put(file: string, content: string | Buffer, mode = 0o644): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content, { mode })
}
