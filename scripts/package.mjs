// npm run package: the packages of this system in out/packages, with SHA256SUMS, each judged after it is packed.
// --dir-check, or no network: a trial with a stand-in for Electron, which checks all but what needs Electron itself.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApp } from './build-app.mjs'
import { electronVersion } from './electron-binary.mjs'
import { requireNode } from './node-version.mjs'

requireNode()
const root = fileURLToPath(new URL('..', import.meta.url))
const output = join(root, 'out', 'packages')
const cache = join(root, 'out', 'packaging-tools')
const signs = ['CSC_LINK', 'WIN_CSC_LINK', 'CSC_NAME'].some((name) => process.env[name])
// Said before the packager is loaded, which reads them then: its tools stay in out/, and no certificate is used unasked.
process.env.ELECTRON_BUILDER_CACHE ??= join(cache, 'electron-builder')
process.env.electron_config_cache ??= join(cache, 'electron')
if (!signs) process.env.CSC_IDENTITY_AUTO_DISCOVERY ??= 'false'

const { sayOfPackages } = await import('../src/shared/messages/packaging.ts')
const { systemHere, systems } = await import('./packages/systems.ts')
const say = (word, facts) => console.log(sayOfPackages(word, facts))

const system = systemHere()
const unknown = process.argv.slice(2).find((argument) => argument !== '--dir-check')
if (unknown !== undefined || system === undefined) {
  const facts = { argument: unknown, platform: process.platform }
  console.error(sayOfPackages(unknown === undefined ? 'packaging.no-system' : 'packaging.misused', facts))
  process.exit(2)
}
const { isConfigurationFailure, isFetchFailure, makePackages, unpackedIn } =
  await import('./packages/make-packages.ts')
const { judgePackage } = await import('./packages/judge-package.ts')
try {
  process.exitCode = await run()
} catch (error) {
  const word = isConfigurationFailure(error) ? 'packaging.configuration' : 'packaging.failed'
  console.error(sayOfPackages(word, { reason: error.message }))
  process.exitCode = 1
}

async function run() {
  await buildApp({ ifNeeded: true })
  if (process.argv.includes('--dir-check')) return tryAll()
  const homepage = process.env.DOSSIER_HOMEPAGE ?? pageOnHost()
  say('packaging.making', { system, version: electronVersion(), cache })
  try {
    const made = await makePackages({ system, output, homepage })
    return await finish(made, homepage)
  } catch (error) {
    if (!isFetchFailure(error)) throw error
    say('packaging.not-fetched', { reason: error.message })
    const code = await tryAll()
    // A build machine that was asked for packages has none.
    return process.env.CI ? 1 : code
  }
}

async function finish(made, homepage) {
  const { writeChecksums } = await import('./packages/checksums.ts')
  for (const folder of await unpackedIn(output)) {
    if (!(await isWhole(system, folder))) {
      await rm(output, { recursive: true, force: true })
      return 1
    }
  }
  await writeChecksums(output, made)
  const names = made.map((file) => `  ${basename(file)}`).sort()
  say('packaging.made', { folder: output, names: names.join('\n') })
  if (system === 'linux' && homepage === undefined) say('packaging.no-deb')
  if (system !== 'linux' && !signs) say('packaging.unsigned')
  return 0
}

/** Packs every system with a stand-in, in a temporary folder. */
async function tryAll() {
  const { writeStandInElectron } = await import('./packages/stand-in-electron.ts')
  say('packaging.trial')
  let code = 0
  for (const tried of systems) {
    if (tried === 'mac' && system === 'win') {
      say('packaging.mac-elsewhere')
      continue
    }
    const folder = await mkdtemp(join(tmpdir(), 'dossier-packages-'))
    try {
      const electronDist = join(folder, 'electron')
      await writeStandInElectron(electronDist, tried)
      const trial = { electronDist, targets: ['dir'] }
      await makePackages({ system: tried, output: join(folder, 'out'), trial })
      for (const unpacked of await unpackedIn(join(folder, 'out'))) {
        if (!(await isWhole(tried, unpacked))) code = 1
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  say('packaging.not-checked')
  return code
}

async function isWhole(packed, folder) {
  const { faults, files } = await judgePackage(packed, folder)
  if (faults.length === 0) {
    say('packaging.checked', { system: packed, count: files })
    return true
  }
  console.error(sayOfPackages('packaging.faulty', { system: packed }))
  for (const { word, facts } of faults) console.error(sayOfPackages(word, facts))
  return false
}

/** The page of the project on the host that runs its public CI. */
function pageOnHost() {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env
  return server && repository ? `${server}/${repository}` : undefined
}
