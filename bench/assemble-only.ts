import { randomBytes } from 'node:crypto'
import { enableCompileCache } from 'node:module'
import { setFlagsFromString } from 'node:v8'

// As scripts/dossier.mjs starts.
enableCompileCache()
setFlagsFromString('--semi-space-growth-factor=1')
await import('../src/cli/one-file-libraries.ts')
const { ensureFonts } = await import('../scripts/copy-fonts.ts')
await ensureFonts()
const { assembleCase } = await import('./assemble-case.ts')
const [folder, out] = process.argv.slice(2)
if (folder === undefined || out === undefined) throw new Error('assemble-only <case folder> <output folder>')
await assembleCase(folder, out, {
  signal: new AbortController().signal,
  now: new Date(),
  randomBytes: (length) => new Uint8Array(randomBytes(length)),
})
