// npm run sbom: what the project is made of, in CycloneDX, as npm reads it from package-lock.json and node_modules.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { requireNode } from './node-version.mjs'

requireNode()
const { sayOfPackages } = await import('../src/shared/messages/packaging.ts')
const root = fileURLToPath(new URL('..', import.meta.url))
const path = 'out/sbom.cdx.json'

const npm = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
})
if (npm.status !== 0) {
  console.error(sayOfPackages('packaging.no-sbom', { reason: npm.error?.message ?? npm.stderr.trim() }))
  process.exit(1)
}
const bill = JSON.parse(npm.stdout)
// npm calls the project what its folder happens to be called.
bill.metadata.component.name = JSON.parse(readFileSync(`${root}package.json`, 'utf8')).name
mkdirSync(`${root}out`, { recursive: true })
writeFileSync(`${root}${path}`, `${JSON.stringify(bill, null, 2)}\n`)
console.log(
  sayOfPackages('packaging.sbom', { version: bill.specVersion, count: bill.components.length, path }),
)
