import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Job {
  readonly 'timeout-minutes'?: number
  readonly permissions?: unknown
  readonly env?: Readonly<Record<string, string>>
  readonly strategy?: { readonly matrix: { readonly os: readonly string[] } }
  readonly steps: readonly Step[]
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: unknown
  readonly concurrency: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const text = await readFile(join(root, '.github', 'workflows', 'ci.yml'), 'utf8')
const workflow = parse(text) as Workflow
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)
const commandsOf = (job: string) => workflow.jobs[job]?.steps.flatMap(({ run }) => run ?? []) ?? []

test('every command of the workflow is one the project has', async () => {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const commands = steps.flatMap(({ run }) => run ?? [])
  expect(commands.length).toBeGreaterThan(10)
  const npm = commands.flatMap((command) => [...command.matchAll(/npm run (?:-s )?([\w:]+)/g)])
  expect(npm.map(([, name = '']) => name).filter((name) => !(name in scripts))).toEqual([])
  const files = commands.flatMap((command) => [
    ...command.matchAll(/(?:bash|node|--) ([\w./-]+[/][\w./-]+)/g),
  ])
  expect(files.length).toBeGreaterThanOrEqual(4)
  expect(files.map(([, path = '']) => path).filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('real Electron and the packages are tried on three systems', () => {
  for (const job of ['electron', 'package']) {
    const systems = workflow.jobs[job]?.strategy?.matrix.os.map((os) => os.replace(/-.*/, ''))
    expect(systems).toEqual(['ubuntu', 'windows', 'macos'])
  }
  expect(workflow.jobs['electron']?.env).toEqual({ APP_RUNNER: 'electron' })
  expect(commandsOf('electron')).toContain('npm test -- tests/window/shell')
  expect(commandsOf('package')).toEqual(expect.arrayContaining(['npm run package', 'npm run package:start']))
})

test('dependencies are audited, by the week too, and named in a bill of materials', () => {
  expect(workflow.on).toHaveProperty('schedule')
  expect(commandsOf('supply-chain')).toEqual(
    expect.arrayContaining(['npm audit signatures', 'npm audit --omit=dev', 'npm run sbom']),
  )
})

test('the workflow may only read, runs no script of a package, and ends by itself', () => {
  expect(workflow.permissions).toEqual({ contents: 'read' })
  expect(text).not.toMatch(/pull_request_target|secrets[.]|write-all|: write/)
  expect(workflow.concurrency).toBeDefined()
  for (const job of Object.values(workflow.jobs)) {
    expect(job.permissions).toBeUndefined()
    expect(job['timeout-minutes']).toBeGreaterThan(0)
  }
  const installs = steps.filter(({ run }) => run?.startsWith('npm ci'))
  expect(installs.filter(({ run }) => !run?.includes('--ignore-scripts'))).toEqual([])
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
  expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([])
})

test('only actions of the host itself are used, each at a version', () => {
  const uses = steps.flatMap((step) => step.uses ?? [])
  expect(uses.filter((name) => !/^actions[/][\w-]+@(v\d+|[0-9a-f]{40})$/.test(name))).toEqual([])
})

test('newer versions are looked for in both registries', async () => {
  const settings = parse(await readFile(join(root, '.github', 'dependabot.yml'), 'utf8')) as {
    updates: { 'package-ecosystem': string }[]
  }
  expect(settings.updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions'])
})
