import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from './builders/temporary-folder.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const rooms = ['cli', 'engine', 'main', 'preload', 'renderer', 'serve', 'shared']

test('every room of the source is one the rules know', async () => {
  const present = await readdir(join(root, 'src'))
  expect(rooms.every((room) => present.includes(room))).toBe(true)
  const rules = await readFile(join(root, '.dependency-cruiser.cjs'), 'utf8')
  expect(present.filter((room) => !rules.includes(room))).toEqual([])
})

test('the layers hold, and all of the source was looked at', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/check-layers.mjs'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^layers: [1-9]\d+ modules, 0 violations\n$/)
  expect(status).toBe(0)
})

const breaks = [
  {
    rule: 'shared-stands-alone',
    file: 'src/shared/domain/planted-1.ts',
    text: "import { digestsOf } from '../../engine/content/take-in.ts'\nexport const planted = digestsOf\n",
  },
  {
    rule: 'engine-is-web-standard',
    file: 'src/engine/content/planted-2.ts',
    text: "import { readFile } from 'node:fs/promises'\nexport const planted = readFile\n",
  },
  {
    rule: 'engine-has-one-door',
    file: 'src/cli/planted-3.ts',
    text: "import type { Crc32 } from '../engine/container/crc32.ts'\nexport type Planted = Crc32\n",
  },
  {
    rule: 'engine-knows-no-app',
    file: 'src/engine/content/planted-4.ts',
    text: "import type { Command } from '../../cli/command.ts'\nexport type Planted = Command\n",
  },
  {
    rule: 'only-workers-load-their-parts',
    file: 'src/renderer/app/planted-5.ts',
    text: "import { keeping } from '../engine-host/in-worker/keeping.ts'\nexport const planted = keeping\n",
  },
  {
    rule: 'only-workers-load-the-engine',
    file: 'src/renderer/app/planted-6.ts',
    text: "import { hashFile } from '../../engine/jobs.ts'\nexport const planted = hashFile\n",
  },
  {
    rule: 'only-routes-load-features',
    file: 'src/renderer/components/planted-7.ts',
    text: "import { CasesPage } from '../features/cases/CasesPage.tsx'\nexport const planted = CasesPage\n",
  },
  {
    rule: 'features-are-strangers',
    file: 'src/renderer/features/settings/planted-8.ts',
    text: "import { CasesPage } from '../cases/CasesPage.tsx'\nexport const planted = CasesPage\n",
  },
  {
    rule: 'dexie-in-register',
    file: 'src/renderer/app/planted-9.ts',
    text: "import { Dexie } from 'dexie'\nexport const planted = Dexie\n",
  },
  {
    rule: 'renderer-knows-only-the-contract',
    file: 'src/renderer/platform/planted-10.ts',
    text: "import { answerRequests } from '../../main/requests.ts'\nexport const planted = answerRequests\n",
  },
  {
    rule: 'main-knows-no-evidence',
    file: 'src/main/planted-11.ts',
    text: "import { CaseRecord } from '../shared/domain/case-record.ts'\nexport const planted = CaseRecord\n",
  },
  {
    rule: 'messages-come-last',
    file: 'src/shared/domain/planted-12.ts',
    text: "import { fill } from '../messages/fill.ts'\nexport const planted = fill\n",
  },
] as const

/** One look at all of them: looking takes seconds. */
const looked = (async () => {
  const copy = await copyOfTheHouse()
  for (const { file, text } of breaks) await writeFile(join(copy, file), text)
  return spawnSync(process.execPath, ['scripts/check-layers.mjs'], { cwd: copy, encoding: 'utf8' })
})()

test.each(breaks)('a planted break of $rule is found', async ({ rule, file }) => {
  const { status, stderr } = await looked
  expect(stderr.split('\n')).toContainEqual(expect.stringContaining(`${rule}: ${file} → `))
  expect(status).toBe(1)
})

test('no file of the repository names a machine path or a registry host', () => {
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0')
  const words = ['/wor' + 'k/', 'local' + 'host:4', 'registry' + '.npmjs']
  const found = spawnSync('git', ['grep', '-lIF', ...words.flatMap((word) => ['-e', word])], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(tracked.length).toBeGreaterThan(100)
  expect(found.stdout).toBe('')
})

test('every relative link of a document leads somewhere', async () => {
  const documents = execFileSync('git', ['ls-files', '-z', '*.md'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((path) => path !== '')
  const dead: string[] = []
  for (const document of documents) {
    const text = await readFile(join(root, document), 'utf8')
    for (const [, target = ''] of text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
      if (/^[a-z]+:/.test(target)) continue
      if (!existsSync(join(root, document, '..', target))) dead.push(`${document}: ${target}`)
    }
  }
  expect(dead).toEqual([])
})

/** The source and its rules in a folder of their own, so that a break can be planted. */
async function copyOfTheHouse(): Promise<string> {
  const copy = await temporaryFolder()
  await mkdir(copy, { recursive: true })
  for (const name of ['src', 'scripts', '.dependency-cruiser.cjs', 'package.json']) {
    await cp(join(root, name), join(copy, name), { recursive: true })
  }
  for (const name of await readdir(root)) {
    if (/^tsconfig.*\.json$/.test(name)) await cp(join(root, name), join(copy, name))
  }
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
  return copy
}
