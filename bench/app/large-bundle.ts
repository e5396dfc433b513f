import { execFileSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '../measured-process.ts'

/** A bundle with one large original, as the command line builds it; gives the path of its ZIP. */
export function buildLargeBundle(folder: string, original: string): string {
  const dossier = (...args: string[]) =>
    execFileSync(process.execPath, [join(repositoryRoot, 'scripts', 'dossier.mjs'), ...args], {
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, INIT_CWD: folder },
    })
  writeFileSync(join(folder, 'pass.txt'), 'quartz penguin 2026\n')
  const pass = ['--passphrase-file', 'pass.txt']
  dossier('identity', 'new', '--name', 'Bench', '--key', 'ec', '--out', 'id.p12', ...pass)
  dossier('init', 'case', '--add', original)
  dossier('build', 'case', '--out', 'out', '--draft', '--identity', 'id.p12', ...pass)
  const zip = readdirSync(join(folder, 'out')).find((name) => name.endsWith('.zip'))
  if (zip === undefined) throw new Error('nothing was built')
  return join(folder, 'out', zip)
}
