// Sample case → out/demo: PDF, ZIP and disc folder, and the verification of each, printed.
import { rm } from 'node:fs/promises'
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
  console.log(`\n$ dossier ${args.map((argument) => (argument.includes(' ') ? `"${argument}"` : argument)).join(' ')}`)
  const code = await main([...args, ...language], out)
  if (code !== 0) process.exit(code)
}
const stem = 'SAMPLE-2026-001_01_20261122'
await step('sample', 'case')
await step('check', 'case')
await step('build', 'case', '--out', '.', '--disc')
await step('verify', `${stem}.pdf`)
await step('verify', `${stem}.zip`)
await step('verify', `${stem}_光盘`)
console.log(`\nout/demo: ${stem}.pdf, ${stem}.zip, ${stem}_移交单.pdf, ${stem}_光盘/`)
