// Runs the tests and prints, as the very last line, how many passed, failed and were skipped.
// --soak runs the whole corpora instead of a seeded sample; any other argument narrows down the test files.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { requireNode } from './node-version.mjs'

requireNode()
const { ensureFonts } = await import('./copy-fonts.ts')
await ensureFonts()

const root = fileURLToPath(new URL('..', import.meta.url))
const report = fileURLToPath(new URL('../out/test-report.json', import.meta.url))
rmSync(report, { force: true })
const args = process.argv.slice(2)
const files = args.filter((argument) => !argument.startsWith('-'))
// The window is judged as it is shipped; the tests of one other room do not need it.
if (files.length === 0 || files.some((file) => /window|main|package/.test(file))) {
  const { buildApp } = await import('./build-app.mjs')
  try {
    await buildApp({ ifNeeded: true })
  } catch (error) {
    console.error(error.message)
    console.log('0 passed, 1 failed')
    process.exit(1)
  }
}
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))
const run = spawnSync(
  process.execPath,
  [
    vitest,
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args.filter((argument) => argument !== '--soak'),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CI: '1', ...(args.includes('--soak') ? { SOAK: '1' } : {}) },
  },
)
if (!existsSync(report)) {
  console.error('The test runner ended without a report.')
  console.log('0 passed, 1 failed')
  process.exit(1)
}
const result = JSON.parse(readFileSync(report, 'utf8'))
const broken = result.testResults.filter(
  (file) => file.status === 'failed' && file.assertionResults.length === 0,
).length
const failed = result.numFailedTests + broken
const secondTry = result.testResults.flatMap(({ name, assertionResults }) =>
  assertionResults
    .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
    .map(({ fullName, failureMessages }) => `${relative(root, name)}: ${fullName}\n  ${failureMessages[0]}`),
)
const skipped = result.numPendingTests + (result.numTodoTests ?? 0)
const code = failed > 0 || run.status !== 0 || result.numPassedTests === 0 ? 1 : 0
if (secondTry.length > 0) {
  console.log(`Passed at the second attempt only (${secondTry.length}):\n${secondTry.join('\n')}`)
}
console.log(`${result.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(code)
