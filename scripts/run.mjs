// Runs a TypeScript file of this repository unbuilt: node scripts/run.mjs scripts/sample/make-sample.ts
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { requireNode } from './node-version.mjs'

requireNode()
const [script] = process.argv.splice(2, 1)
if (script === undefined) {
  console.error('Name the TypeScript file to run: node scripts/run.mjs <file.ts> [arguments]')
  process.exit(2)
}
await import(pathToFileURL(resolve(script)).href)
