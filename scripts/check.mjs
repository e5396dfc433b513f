// Everything that must hold before a commit lands. Only reads; `npm run fix` writes.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { requireNode } from './node-version.mjs'

requireNode()
const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (name) => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url))
const node = process.execPath

const steps = [
  ['format', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
  ['lint', bin('eslint'), ['src', 'tests', 'scripts', 'bench', '--max-warnings', '0']],
  ['types: shared', bin('tsc'), ['-p', 'tsconfig.shared.json']],
  ['types: engine', bin('tsc'), ['-p', 'tsconfig.engine.json']],
  ['types: node', bin('tsc'), ['-p', 'tsconfig.node.json']],
  ['types: main', bin('tsc'), ['-p', 'tsconfig.main.json']],
  ['types: window', bin('tsc'), ['-p', 'tsconfig.web.json']],
  ['types: tests of the window', bin('tsc'), ['-p', 'tsconfig.app-tests.json']],
  ['layers', node, ['scripts/check-layers.mjs']],
  ...(process.argv.includes('--no-tests') ? [] : [['tests', node, ['scripts/test.mjs']]]),
]
for (const [name, command, args] of steps) {
  console.log(`— ${name}`)
  const run = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (run.status !== 0) {
    console.error(`check: ${name} failed`)
    process.exit(1)
  }
}
