import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Configuration } from 'electron-builder'
import { describe, expect, test } from 'vitest'
import { packageConfiguration } from '../../electron-builder.config.ts'
import { writeChecksums } from '../../scripts/packages/checksums.ts'
import { isConfigurationFailure, isFetchFailure, makePackages } from '../../scripts/packages/make-packages.ts'
import { writeStandInElectron } from '../../scripts/packages/stand-in-electron.ts'
import type { System } from '../../scripts/packages/systems.ts'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { hasTool } from '../judges.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const icons = join(root, 'resources', 'icons')
const place = await temporaryFolder()
const facts = { generated: '/generated', output: '/output', signsAdHoc: false }

/** What the packager would make each target from, without making it. */
async function effective(system: System, targets: readonly string[], homepage?: string): Promise<unknown[]> {
  const electronDist = join(place, `electron-${system}`)
  await writeStandInElectron(electronDist, system)
  const seen: unknown[] = []
  const trial = { electronDist, targets, instead: (options: unknown) => void seen.push(options) }
  await makePackages({
    system,
    output: join(place, system),
    trial,
    ...(homepage === undefined ? {} : { homepage }),
  })
  return seen
}

describe('what the packager does not know is refused, and nothing is left', () => {
  test.each<[string, (configured: Configuration) => object]>([
    ['surprise', (configured) => ({ ...configured, surprise: true })],
    [
      'electronFuses',
      ({ electronFuses, ...rest }) => ({ ...rest, electronFuses: { ...electronFuses, x: 1 } }),
    ],
    ['nsis', ({ nsis, ...rest }) => ({ ...rest, nsis: { ...nsis, oneClick: 'perhaps' } })],
    ['linux', ({ linux, ...rest }) => ({ ...rest, linux: { ...linux, categories: 'Office' } })],
  ])('%s', async (key, change) => {
    const electronDist = join(place, 'electron-refused')
    await writeStandInElectron(electronDist, 'linux')
    const output = join(place, `refused-${key}`)
    const configuration = (configured: Configuration) => change(configured) as Configuration
    const trial = { electronDist, targets: ['dir'], configuration }
    const refusal: unknown = await makePackages({ system: 'linux', output, trial }).catch(
      (error: unknown) => error,
    )
    expect((refusal as Error).message).toContain(key)
    expect(isConfigurationFailure(refusal)).toBe(true)
    expect(isFetchFailure(refusal)).toBe(false)
    expect(existsSync(output)).toBe(false)
  })
})

test('Linux lists the program under both its names, and the deb says whose it is', async () => {
  const page = 'https://example.org/rights-dossier'
  const [appImage, deb] = (await effective('linux', ['AppImage', 'deb'], page)) as [
    { desktop: string; desktopFileName: string },
    [string[], string],
  ]
  expect(appImage.desktopFileName).toBe('rights-dossier.desktop')
  const lines = appImage.desktop.split('\n')
  expect(lines).toEqual(
    expect.arrayContaining([
      'Name=Rights Dossier 权卷',
      'Name[zh_CN]=权卷',
      'StartupWMClass=rights-dossier',
      'Icon=rights-dossier',
      'Categories=Office;',
    ]),
  )
  expect(lines.filter((line) => /^Comment(\[zh_CN\])?=./.test(line))).toHaveLength(2)
  // Under "open with"; what is opened already has another default.
  expect(lines).toContain('MimeType=application/vnd.etsi.asic-e+zip;application/zip;application/pdf;')
  expect(lines).toContain('Exec=AppRun %U')

  const [args] = deb
  const after = (flag: string) => args[args.indexOf(flag) + 1]
  expect(['--name', '--url', '--license', '--architecture'].map(after)).toEqual([
    'rights-dossier',
    page,
    'MIT',
    'amd64',
  ])
  expect(args.filter((arg) => arg.endsWith('=/usr/share/applications/rights-dossier.desktop'))).toHaveLength(
    1,
  )
  const sizes = args.flatMap((arg) => /hicolor\/(\d+)x\d+\/apps\/rights-dossier[.]png$/.exec(arg)?.[1] ?? [])
  expect(sizes.map(Number)).toEqual([16, 24, 32, 48, 64, 128, 256, 512, 1024])

  if (!hasTool('desktop-file-validate')) return
  const file = join(place, 'rights-dossier.desktop')
  await writeFile(file, appImage.desktop)
  expect(execFileSync('desktop-file-validate', [file], { encoding: 'utf8' })).toBe('')
})

test('a deb that could not name a page is not attempted', () => {
  const targets = (homepage?: string) => {
    const { linux } = packageConfiguration({ ...facts, ...(homepage === undefined ? {} : { homepage }) })
    return (linux?.target as { target: string }[]).map(({ target }) => target)
  }
  expect(targets()).toEqual(['AppImage'])
  expect(targets('https://example.org/')).toEqual(['AppImage', 'deb'])
})

test('the installer for Windows asks for language and folder, and leaves the register when it goes', () => {
  const { win, nsis } = packageConfiguration(facts)
  expect((win?.target as { target: string }[]).map(({ target }) => target)).toEqual(['nsis', 'portable'])
  expect(nsis).toMatchObject({
    installerLanguages: ['zh_CN', 'en_US'],
    multiLanguageInstaller: true,
    displayLanguageSelector: true,
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
  })
})

test('each start of the portable program has a folder of its own', () => {
  // A text, or nothing, would be one folder for all starts of a version, emptied by each of them.
  expect(packageConfiguration(facts).portable).toMatchObject({ unpackDirName: true })
})

test('no two packages have the same name, and every name is ASCII', () => {
  const { artifactName, nsis, portable } = packageConfiguration(facts)
  const names = [artifactName, nsis?.artifactName, portable?.artifactName]
  expect(new Set(names).size).toBe(3)
  for (const name of names)
    expect(name).toMatch(/^[\x21-\x7e]+\$\{version\}-\$\{os\}-\$\{arch\}[\x21-\x7e]*$/)
})

test('no type of file is claimed in a way that would make the program its default', () => {
  const configuration = packageConfiguration(facts)
  const claims = ['fileAssociations', 'protocols'] as const
  for (const part of [configuration, configuration.win, configuration.mac, configuration.linux]) {
    for (const claim of claims) expect(part).not.toHaveProperty(claim)
  }
  const { CFBundleDocumentTypes: types } = configuration.mac?.extendInfo as {
    CFBundleDocumentTypes: object[]
  }
  expect(types).toHaveLength(4)
  for (const type of types) {
    expect(type).toMatchObject({ CFBundleTypeRole: 'Viewer', LSHandlerRank: 'Alternate' })
  }
})

test('every icon has the size its name says', async () => {
  const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
  for (const size of sizes) {
    const png = await readFile(join(icons, 'png', `${size}x${size}.png`))
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size])
  }
  const ico = await readFile(join(icons, 'icon.ico'))
  const entries = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => ico[6 + 16 * index] || 256)
  expect(entries).toEqual([16, 24, 32, 48, 64, 128, 256])
  const icns = await readFile(join(icons, 'icon.icns'))
  expect(icns.subarray(0, 4).toString('latin1')).toBe('icns')
  expect(icns.readUInt32BE(4)).toBe(icns.length)
})

test('the digests of the packages are as sha256sum reads them', async () => {
  const files = ['b.AppImage', 'a.deb'].map((name) => join(place, name))
  for (const file of files) await writeFile(file, file)
  await writeChecksums(place, files)
  const sums = await readFile(join(place, 'SHA256SUMS'), 'utf8')
  expect(sums.split('\n').map((line) => line.slice(66))).toEqual(['a.deb', 'b.AppImage', ''])
  if (!hasTool('sha256sum')) return
  const said = execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], {
    cwd: place,
    encoding: 'utf8',
  })
  expect(said).toBe('a.deb: OK\nb.AppImage: OK\n')
})

test.each([
  [{ code: 'ENOTFOUND', name: 'RequestError' }, true],
  [{ code: 'ECONNREFUSED' }, true],
  [{ name: 'HTTPError', code: 'ERR_NON_2XX_3XX_RESPONSE' }, true],
  [{ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', name: 'RequestError' }, true],
  [{ code: 'ERR_ELECTRON_BUILDER_INVALID_CONFIGURATION', name: 'Error' }, false],
  [{ code: 'ENOSPC', name: 'Error' }, false],
  [new Error('the tool failed'), false],
])('%o is a failure to fetch: %s', (error, expected) => {
  expect(isFetchFailure(error)).toBe(expected)
})
