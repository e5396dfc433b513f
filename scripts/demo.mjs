// Sample case → out/demo: PDF, ZIP and disc folder, and the verification of each, printed.
import { readdir, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { requireNode } from './node-version.mjs'

requireNode()
const { ensureFonts } = await import('./copy-fonts.ts')
await ensureFonts()
const { main } = await import('../src/cli/index.ts')

const out = fileURLToPath(new URL('../out/demo', import.meta.url))
await rm(out, { recursive: true, force: true })
const language = process.argv.includes('--lang=en') ? ['--lang', 'en'] : []
const step = async (...args) => {
  console.log(
    `\n$ dossier ${args.map((argument) => (argument.includes(' ') ? `"${argument}"` : argument)).join(' ')}`,
  )
  const code = await main([...args, ...language], out)
  if (code !== 0) process.exit(code)
}
await step('sample', 'case')
await step('check', 'case')
await step('build', 'case', '--out', '.', '--disc')
const made = (await readdir(out)).filter((name) => name !== 'case').sort()
const results = made.filter(
  (name) => name.endsWith('.zip') || !/\.[a-z]+$/.test(name) || isBundlePdf(name, made),
)
for (const name of results) await step('verify', name)
console.log(`\nout/demo:\n${made.map((name) => `  ${name}`).join('\n')}`)

/** The bundle PDF has the name of the ZIP; the hand-over sheet is not signed. */
function isBundlePdf(name, names) {
  return name.endsWith('.pdf') && names.includes(name.replace(/\.pdf$/, '.zip'))
}
