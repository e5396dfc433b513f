// npm run package:start: starts the program that npm run package left in out/packages, as it is shipped, fuses and all.
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { requireNode } from './node-version.mjs'

requireNode()
const { programName } = await import('../electron-builder.config.ts')
const { sayOfPackages } = await import('../src/shared/messages/packaging.ts')
const { startPacked } = await import('./packages/start-packed.ts')
const output = fileURLToPath(new URL('../out/packages/', import.meta.url))
const places = {
  linux: 'linux-unpacked/rights-dossier',
  win32: `win-unpacked/${programName}.exe`,
  darwin: `mac${process.arch === 'arm64' ? '-arm64' : ''}/${programName}.app/Contents/MacOS/${programName}`,
}
const program = join(output, places[process.platform] ?? places.linux)
if (!existsSync(program)) {
  console.error(sayOfPackages('packaging.nothing-packed'))
  process.exit(2)
}
const userData = await mkdtemp(join(tmpdir(), 'dossier-packed-'))
// A superuser has no sandbox of Chromium.
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const reason = await startPacked({ program, args, userData, startMs: 60_000, lastMs: 10_000 })
await rm(userData, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 })
if (reason === undefined) console.log(sayOfPackages('packaging.started'))
else console.error(sayOfPackages('packaging.not-started', { reason }))
process.exit(reason === undefined ? 0 : 1)
