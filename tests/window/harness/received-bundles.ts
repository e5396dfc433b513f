import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dossier } from '../../cli/run-dossier.ts'

/** A bundle somebody handed in: built by the command line, signed by an identity of its own. */
export interface ReceivedBundle {
  readonly folder: string
  readonly zip: string
  readonly pdf: string
  readonly disc: string
  /** As the hand-over sheet prints it, without its gaps. */
  readonly fingerprint: string
  readonly zipSha256: string
  readonly signer: string
}

/** Builds the sample case into `folder`. */
export async function receivedBundle(folder: string): Promise<ReceivedBundle> {
  await run(folder, 'sample', 'case')
  await writeFile(join(folder, 'pass.txt'), 'quartz penguin 2026\n')
  const pass = ['--passphrase-file', 'pass.txt']
  const signer = '王示范'
  const made = await run(folder, 'identity', 'new', '--name', signer, '--out', 'id.p12', '--json', ...pass)
  // The clock of the sample is ahead of some machines; a claim of the future would be a finding.
  const createdAt = new Date().toISOString().replace(/\.\d{3}/, '')
  const built = ['build', 'case', '--out', 'out', '--disc', '--identity', 'id.p12', ...pass]
  await run(folder, ...built, '--created-at', createdAt)
  const names = await readdir(join(folder, 'out'))
  const path = (ending: RegExp) => join(folder, 'out', names.find((name) => ending.test(name)) ?? '')
  const zip = path(/\.zip$/)
  return {
    folder,
    zip,
    pdf: path(/\d\.pdf$/),
    disc: path(/光盘$/),
    fingerprint: made.json<{ certificateSha256: string }>().certificateSha256,
    zipSha256: createHash('sha256')
      .update(await readFile(zip))
      .digest('hex'),
    signer,
  }
}

/** The same file under another name, with one bit in its middle turned. */
export async function withOneBitTurned(path: string, target: string): Promise<string> {
  const bytes = await readFile(path)
  const middle = Math.floor(bytes.length / 2)
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  await writeFile(target, bytes)
  return target
}

async function run(folder: string, ...args: string[]) {
  const finished = await dossier(folder, ...args)
  if (finished.code !== 0) throw new Error(`dossier ${args.join(' ')}: ${finished.err}`)
  return finished
}

/** A bundle in the folder as somebody receives it, and the same with one bit turned. */
export async function receivedAndChanged(
  folder: string,
): Promise<{ readonly bundle: ReceivedBundle; readonly changed: string }> {
  const bundle = await receivedBundle(folder)
  return { bundle, changed: await withOneBitTurned(bundle.zip, join(folder, 'changed.zip')) }
}
