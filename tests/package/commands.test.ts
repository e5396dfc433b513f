import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { startPacked } from '../../scripts/packages/start-packed.ts'
import { temporaryFolder } from '../builders/temporary-folder.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

function run(script: string, ...args: string[]) {
  const { CI: _ci, ...env } = process.env
  return spawnSync(process.execPath, [join(root, 'scripts', script), ...args], {
    cwd: root,
    encoding: 'utf8',
    env,
  })
}

test('an argument it does not know is answered with the ones it knows', () => {
  const { status, stderr } = run('package.mjs', '--everything')
  expect(status).toBe(2)
  expect(stderr).toContain('--everything')
  expect(stderr.split('\n').filter((line) => line.includes('--dir-check'))).toHaveLength(2)
})

test('the bill of materials names what runs, and neither this machine nor a registry', async () => {
  const { status, stderr } = run('sbom.mjs')
  expect(stderr).toBe('')
  expect(status).toBe(0)
  const text = await readFile(join(root, 'out', 'sbom.cdx.json'), 'utf8')
  const bill = JSON.parse(text) as {
    bomFormat: string
    metadata: { component: { name: string; type: string } }
    components: { name: string; version: string; hashes?: unknown[]; purl: string }[]
  }
  expect(bill.bomFormat).toBe('CycloneDX')
  expect(bill.metadata.component).toMatchObject({ name: 'rights-dossier', type: 'application' })
  const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const named = new Set(bill.components.map(({ purl }) => decodeURIComponent(purl).replace(/[?].*$/, '')))
  const missing = Object.entries(dependencies).filter(([name, version]) => {
    const [, real = name, exact = version] = /^npm:(.*)@(.*)$/.exec(version) ?? []
    return !named.has(`pkg:npm/${real}@${exact}`)
  })
  expect(missing).toEqual([])
  expect(bill.components.map(({ name }) => name)).toContain('electron')
  expect(bill.components.filter(({ hashes }) => (hashes ?? []).length === 0)).toEqual([])
  expect(text).not.toMatch(/registry[.]|file:[/]|[/]node_modules[/]/)
  expect(text).not.toContain(root)
})

test.each<[string, string, RegExp | undefined]>([
  ['goes on', 'log("start 0.1.0 electron 45.4.1 linux x64"); setInterval(() => {}, 1000)', undefined],
  ['ends at once', 'process.exit(133)', /ended with 133/],
  ['says nothing', 'setInterval(() => {}, 1000)', /wrote no log/],
  ['ends soon', 'log("start 0.1.0 electron 45.4.1 linux x64"); setTimeout(() => process.exit(7), 100)', /7/],
  [
    'loses its window',
    'log("start 0.1.0 electron 45.4.1"); log("window gone: crashed"); setInterval(() => {}, 1000)',
    /window gone: crashed/,
  ],
])('a packed program that %s is told apart', async (_name, body, reason) => {
  const userData = await temporaryFolder()
  const program = join(userData, 'program.cjs')
  await writeFile(
    program,
    `const { appendFileSync, mkdirSync } = require('node:fs')
const logs = process.argv.at(-1).replace('--user-data-dir=', '') + '/logs'
const log = (line) => {
  mkdirSync(logs, { recursive: true })
  appendFileSync(logs + '/dossier.log', '2026-11-22T00:00:00.000Z ' + line + '\\n')
}
${body}
`,
  )
  const outcome = await startPacked({
    program: process.execPath,
    args: [program],
    userData,
    startMs: reason?.source.includes('no log') ? 700 : 20_000,
    lastMs: 700,
  })
  if (reason === undefined) expect(outcome).toBeUndefined()
  else expect(outcome).toMatch(reason)
})
