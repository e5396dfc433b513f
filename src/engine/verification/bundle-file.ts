import { type Finding, finding } from '../../shared/contract/finding.ts'
import { DamagedEntry } from '../container/zip-entry.ts'
import type { ByteSource, Bytes } from '../ports.ts'
import { type DigestAlgorithm, streamDigests } from './file-digests.ts'
import type { BundleOptions } from './report.ts'

/** A file of a container or folder that is being verified. */
export interface BundleFile {
  readonly path: string
  readonly size: number
  stream(): AsyncIterable<Bytes>
  /** Random access; undefined when the file lies deflated in a ZIP and is too large to be unpacked in memory. */
  source(): Promise<ByteSource | undefined>
}

/** Lists and signatures are read whole; more than this is no list. */
const largestControl = 33_554_432
const largestControls = 268_435_456

/** Lists, signatures and descriptions: META-INF and the root, where they have such names. */
const controlName =
  /^(?:mimetype|META-INF\/.+|bagit\.txt|bag-info\.txt|fetch\.txt|(?:tag)?manifest-[A-Za-z0-9]+\.txt|checksums\.(?:sha256|sm3)|dossier\.json|signer\.pem\.txt)$/

/** Reads the small files that say what the others should be. Those that cannot be read end as findings. */
export async function readControls(
  files: readonly BundleFile[],
  findings: Finding[],
): Promise<ReadonlyMap<string, Bytes>> {
  const controls = new Map<string, Bytes>()
  let total = 0
  for (const file of files) {
    if (!controlName.test(file.path)) continue
    total += file.size
    if (file.size > largestControl || total > largestControls) {
      findings.push(finding('container.control-too-large', file.path, { bytes: file.size }))
      continue
    }
    const bytes = await attempt(file.path, findings, () => gather(file))
    if (bytes !== undefined) controls.set(file.path, bytes)
  }
  return controls
}

/** Files read at a time where there are threads to hash them: while one is hashed the next one comes. */
const filesAtOnce = 2

/**
 * Digests of every wanted file, in one reading of each; files that cannot be read are left out, with a finding. Findings
 * stand in the order of the files.
 */
export async function digestFiles(
  files: readonly BundleFile[],
  wanted: ReadonlyMap<string, ReadonlySet<DigestAlgorithm>>,
  controls: ReadonlyMap<string, Bytes>,
  findings: Finding[],
  options: BundleOptions,
): Promise<ReadonlyMap<string, ReadonlyMap<DigestAlgorithm, string>>> {
  const digests = new Map<string, ReadonlyMap<DigestAlgorithm, string>>()
  const total = files.reduce((sum, file) => sum + file.size, 0)
  let done = 0
  const ofFiles = files.map((): Finding[] => [])
  const digest = async (file: BundleFile, own: Finding[]): Promise<void> => {
    const control = controls.get(file.path)
    // What was judged is what is hashed: a list is not read twice.
    const stream = control === undefined ? file.stream() : once(control)
    const found = await attempt(file.path, own, () =>
      streamDigests(
        stream,
        wanted.get(file.path) ?? [],
        options.hashing,
        (bytes) => {
          options.signal.throwIfAborted()
          done += bytes
          options.report('verify', done, total)
        },
        file.size,
      ),
    )
    if (found !== undefined) digests.set(file.path, found)
  }
  const width = options.hashing.thread && !options.inOrder ? filesAtOnce : 1
  const rest = files.entries()
  const takeTurns = async (): Promise<void> => {
    for (const [at, file] of rest) await digest(file, ofFiles[at] ?? [])
  }
  const turns = Array.from({ length: width }, takeTurns)
  // Nobody may still read when this ends.
  await Promise.allSettled(turns)
  await Promise.all(turns)
  findings.push(...ofFiles.flat())
  return digests
}

async function attempt<T>(
  path: string,
  findings: Finding[],
  action: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await action()
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error
    if (error instanceof DamagedEntry) findings.push(error.finding)
    else findings.push(finding('container.file-unreadable', path, { reason: reasonOf(error) }))
    return undefined
  }
}

const reasonOf = (error: unknown): string => {
  const code: unknown = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown'
}

async function gather(file: BundleFile): Promise<Bytes> {
  const bytes = new Uint8Array(file.size)
  let filled = 0
  for await (const chunk of file.stream()) {
    // A file of a folder may have grown since it was listed.
    if (filled + chunk.length > bytes.length) throw new RangeError('longer than listed')
    bytes.set(chunk, filled)
    filled += chunk.length
  }
  return bytes.subarray(0, filled)
}

async function* once(bytes: Bytes): AsyncGenerator<Bytes> {
  yield bytes
}
