// Runs a TypeScript file of this repository unbuilt: node scripts/run.mjs scripts/sample/make-sample.ts
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`Node ${process.versions.node} is too old: this script needs Node 22.18 or newer.`)
  process.exit(2)
}
const [script] = process.argv.splice(2, 1)
if (script === undefined) {
  console.error('Name the TypeScript file to run: node scripts/run.mjs <file.ts> [arguments]')
  process.exit(2)
}
await import(pathToFileURL(resolve(script)).href)
