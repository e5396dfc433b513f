import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { beforeAll, describe, expect, test } from 'vitest'
import { readAsar } from '../../scripts/packages/asar.ts'
import { fuseSentinel, readFuses } from '../../scripts/packages/fuses.ts'
import { judgePackage } from '../../scripts/packages/judge-package.ts'
import { makePackages, unpackedIn } from '../../scripts/packages/make-packages.ts'
import { writeStandInElectron } from '../../scripts/packages/stand-in-electron.ts'
import { type Layout, layoutOf, type System } from '../../scripts/packages/systems.ts'
import { temporaryFolder } from '../builders/temporary-folder.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const place = await temporaryFolder()
const read = (path: string) => readFile(path, 'utf8')

/** The application of a system, packed by the real packager over a stand-in for Electron. */
async function pack(system: System): Promise<string> {
  const electronDist = join(place, `electron-${system}`)
  await writeStandInElectron(electronDist, system)
  const output = join(place, system)
  await makePackages({ system, output, trial: { electronDist, targets: ['dir'] } })
  const [folder = '', ...more] = await unpackedIn(output)
  expect(more).toEqual([])
  return folder
}

/** What the window, its main process and its preload were built to. */
async function built(): Promise<string[]> {
  const out = join(root, 'out')
  const entries = await readdir(out, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => /^out[/](main|preload|renderer)[/]/.test(path))
}

describe.each<System>(['linux', 'win', 'mac'])('the application for %s', (system) => {
  let folder: string
  let layout: Layout
  beforeAll(async () => {
    folder = await pack(system)
    layout = layoutOf(system, folder, 'Rights Dossier')
  })

  test('holds what was built and a package.json, and nothing else', async () => {
    const { files } = await readAsar(layout.archive)
    expect([...files]).toEqual([...(await built()), 'package.json'].sort())
    expect(files).toEqual(
      expect.arrayContaining(['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']),
    )
    expect(files.filter((path) => /node_modules|[.]map$|test|screens|demo/.test(path))).toEqual([])
    const beside = (await readdir(layout.resources)).filter((name) => name.includes('app'))
    expect(beside).toEqual(['app.asar'])
  })

  test('has a package.json that tells nothing of how it is built', async () => {
    const asar = await readAsar(layout.archive)
    const manifest = JSON.parse((await asar.read('package.json')).toString('utf8')) as Record<string, unknown>
    const { version } = JSON.parse(await read(join(root, 'package.json'))) as { version: string }
    expect(manifest).toEqual({
      name: 'rights-dossier',
      productName: 'Rights Dossier 权卷',
      version,
      description: expect.stringContaining('Offline') as string,
      license: 'MIT',
      type: 'module',
      main: 'out/main/index.js',
      desktopName: 'rights-dossier.desktop',
    })
  })

  test('has its fuses where they should be, and one it does not know as it was', async () => {
    expect(await readFuses(layout.fuseBinary)).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
    expect(await readFile(layout.fuseBinary, 'latin1')).toContain(`${fuseSentinel}\x01\x09010011001`)
  })

  test('brings every licence it must', async () => {
    const texts = await read(join(layout.resources, 'THIRD_PARTY_LICENSES.txt'))
    const { dependencies } = JSON.parse(await read(join(root, 'package.json'))) as {
      dependencies: Record<string, string>
    }
    const unnamed = Object.entries(dependencies)
      .map(([name, version]) => /^npm:(.*)@/.exec(version)?.[1] ?? name)
      .filter((name) => !texts.includes(`\n${name} `))
    expect(unnamed).toEqual([])
    expect(texts).toContain('Permission is hereby granted, free of charge')
    expect(texts).toContain('SIL OPEN FONT LICENSE')
    expect(await read(join(layout.resources, 'LICENSE'))).toBe(await read(join(root, 'LICENSE')))
    const besides = system === 'mac' ? [] : ['LICENSE.electron.txt', 'LICENSES.chromium.html']
    expect(await readdir(folder)).toEqual(expect.arrayContaining(besides))
  })

  test('speaks Chinese and English only', async () => {
    const { languages } = layout
    const names = (await readdir(languages.folder)).sort()
    expect(names).toEqual(system === 'mac' ? ['en.lproj', 'zh_CN.lproj'] : ['en-US.pak', 'zh-CN.pak'])
  })

  test('is found whole; what was changed, left out or flipped is found', async () => {
    expect((await judgePackage(system, folder)).faults).toEqual([])
    const changed = join(place, `${system}-changed`)
    await cp(folder, changed, { recursive: true, verbatimSymlinks: true })
    const copy = layoutOf(system, changed, 'Rights Dossier')
    const { headerSha256 } = await readAsar(copy.archive)

    const archive = await readFile(copy.archive)
    // The last byte is of the content; the header and its digest stay as they are.
    archive[archive.length - 1]! ^= 1
    await writeFile(copy.archive, archive)
    await replaceIn(copy.fuseBinary, `${fuseSentinel}\x01\x090`, `${fuseSentinel}\x01\x091`)
    if (copy.integrityFile) await replaceIn(copy.integrityFile, headerSha256, '0'.repeat(64))
    await rm(join(copy.resources, 'THIRD_PARTY_LICENSES.txt'))
    await cp(copy.archive, join(copy.languages.folder, `de${copy.languages.ending}`))
    const { faults } = await judgePackage(system, changed)
    expect(faults.map(({ word }) => word)).toEqual([
      'packaging.wrong-file',
      'packaging.wrong-fuse',
      ...(system === 'linux' ? [] : ['packaging.wrong-digest']),
      'packaging.wrong-languages',
      'packaging.no-licence',
    ])
    expect(faults[1]?.facts).toEqual({ fuse: 'runAsNode' })
  })
})

test('on Windows the program carries its name, its holder and every icon', async () => {
  const executable = NtExecutable.from(
    await readFile(layoutOf('win', join(place, 'win', 'win-unpacked'), 'Rights Dossier').fuseBinary),
  )
  const resources = NtExecutableResource.from(executable)
  const [version] = Resource.VersionInfo.fromEntries(resources.entries)
  expect(version?.getStringValues({ lang: 1033, codepage: 1200 })).toMatchObject({
    ProductName: 'Rights Dossier',
    CompanyName: 'Rights Dossier contributors',
    LegalCopyright: 'Copyright (c) 2026 Rights Dossier contributors',
  })
  expect(Resource.IconGroupEntry.fromEntries(resources.entries)[0]?.icons.length).toBe(7)
})

test('on macOS the program asks for no device and says its Chinese name', async () => {
  const contents = join(place, 'mac', 'mac', 'Rights Dossier.app', 'Contents')
  const plist = await read(join(contents, 'Info.plist'))
  expect(plist).not.toMatch(/NSCamera|NSMicrophone|CFBundleURLTypes/)
  expect(plist).toContain('<key>CFBundleDocumentTypes</key>')
  const ranks = [...plist.matchAll(/<key>LSHandlerRank<\/key>\s*<string>(\w+)</g)].map(([, rank]) => rank)
  expect(ranks).toEqual(['Alternate', 'Alternate', 'Alternate', 'Alternate'])
  expect(plist).toMatch(/CFBundleDisplayName<\/key>\s*<string>Rights Dossier 权卷</)
  // Electron finds its helpers by this name.
  expect(plist).toMatch(/CFBundleName<\/key>\s*<string>Rights Dossier</)
  expect(await readdir(join(contents, 'Frameworks'))).toContain('Rights Dossier Helper (Renderer).app')
  const entitlements = await read(join(root, 'resources', 'packages', 'entitlements.plist'))
  expect([...entitlements.matchAll(/<key>(.*)<\/key>/g)].map(([, key]) => key)).toEqual([
    'com.apple.security.cs.allow-jit',
  ])
})

async function replaceIn(file: string, text: string, other: string): Promise<void> {
  const bytes = await readFile(file, 'latin1')
  expect(bytes).toContain(text)
  await writeFile(file, bytes.replace(text, other), 'latin1')
}
