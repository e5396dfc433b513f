// Everything that must hold before a commit lands. Only reads; `npm run fix` writes.
import { spawn, spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { requireNode } from './node-version.mjs'

requireNode()
const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (name) => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url))
const node = process.execPath

// The longest first: as many run at once as there are processors.
const steps = [
  ['lint', bin('eslint'), ['src', 'tests', 'scripts', 'bench', '--max-warnings', '0']],
  ['types: window', bin('tsc'), ['-p', 'tsconfig.web.json']],
  ['format', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
  ['types: tests of the window', bin('tsc'), ['-p', 'tsconfig.app-tests.json']],
  ['types: node', bin('tsc'), ['-p', 'tsconfig.node.json']],
  ['types: engine', bin('tsc'), ['-p', 'tsconfig.engine.json']],
  ['types: main', bin('tsc'), ['-p', 'tsconfig.main.json']],
  ['types: shared', bin('tsc'), ['-p', 'tsconfig.shared.json']],
  ['layers', node, ['scripts/check-layers.mjs']],
]
const failed = []
const waiting = steps.values()
await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, lane))
if (failed.length > 0) {
  console.error(`check: ${failed.join(', ')} failed`)
  process.exit(1)
}
if (!process.argv.includes('--no-tests')) {
  process.exit(spawnSync(node, ['scripts/test.mjs'], { cwd: root, stdio: 'inherit' }).status ?? 1)
}

async function lane() {
  for (const [name, command, args] of waiting) {
    const { code, said } = await run(command, args)
    console.log(`— ${name}${code === 0 ? '' : ' failed'}`)
    if (said !== '') process.stdout.write(said)
    if (code !== 0) failed.push(name)
  }
}

/** Runs a step and keeps what it says, so that steps that run at once do not speak at once. */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, shell: process.platform === 'win32' })
    const chunks = []
    child.stdout.on('data', (chunk) => chunks.push(chunk))
    child.stderr.on('data', (chunk) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, said: Buffer.concat(chunks).toString() }))
  })
}
