import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { benchFolder, type Corpus, type CorpusName } from './corpora/corpora.ts'
import { type Measured, measureNode, measureProgram } from './measured-process.ts'

/** One run of one work: ours, and the ordinary tools it is compared with. */
export interface Round {
  readonly ours: number
  readonly theirs: number
  readonly peakMb: number
  /** Seconds by step, and whatever else is worth a remark. */
  readonly notes: ReadonlyMap<string, number>
}

export interface Work {
  readonly corpus: CorpusName
  /** What is compared with what. */
  readonly compares: string
  /** What must be there before the rounds; not measured. */
  readonly prepare?: (corpus: Corpus) => Promise<void>
  readonly round: (corpus: Corpus) => Promise<Round>
}

const containerForVerify = join(benchFolder, 'container')

/** The works by name, in the order they run. */
export const works: Readonly<Record<string, Work>> = {
  zip: {
    corpus: 'zip',
    compares: 'dossier build (take-in, PDF, container; self-verification apart) : zip -0, then sha256sum',
    round: zipRound,
  },
  pdf: { corpus: 'pdf', compares: assembly('300 files, 2,000 pages'), round: pdfRound },
  'pdf-text': { corpus: 'pdf-text', compares: assembly('200 text PDFs, 2,000 pages'), round: pdfRound },
  'pdf-5000': { corpus: 'pdf-5000', compares: assembly('750 files, 5,000 pages'), round: pdfRound },
  verify: {
    corpus: 'zip',
    compares: 'dossier verify of a 1,000 MiB container : sha256sum of the same file',
    prepare: async (corpus) => {
      await rm(containerForVerify, { recursive: true, force: true })
      await build(corpus, containerForVerify)
    },
    round: verifyRound,
  },
}

function assembly(what: string): string {
  return `${what}: survey, papers, stamps, outline, links, signature, file on disk; digests of take-in apart : qpdf --empty --pages`
}

async function zipRound(corpus: Corpus): Promise<Round> {
  return inWorkFolder(async (folder) => {
    const ours = await build(corpus, join(folder, 'ours'))
    await rm(join(folder, 'ours'), { recursive: true })
    const zip = await measureProgram('zip', ['-0', '-q', '-j', join(folder, 'theirs.zip'), ...corpus.files])
    const sums = await measureProgram('sha256sum', corpus.files)
    const verify = ours.steps.get('verify') ?? 0
    const notes = new Map([...ours.steps, ['zip -0', zip.seconds], ['sha256sum', sums.seconds]])
    return {
      ours: ours.seconds - verify,
      theirs: zip.seconds + sums.seconds,
      peakMb: ours.peakMb ?? 0,
      notes,
    }
  })
}

async function pdfRound(corpus: Corpus): Promise<Round> {
  return inWorkFolder(async (folder) => {
    const ours = await measureNode('bench/assemble-only.ts', [corpus.folder, join(folder, 'ours')])
    await rm(join(folder, 'ours'), { recursive: true })
    const pdf = join(folder, 'theirs.pdf')
    const theirs = await measureProgram('qpdf', ['--empty', '--pages', ...corpus.files, '--', pdf])
    const takeIn = ours.steps.get('hash') ?? 0
    const notes = new Map([...ours.steps, ['whole process', ours.seconds]])
    return { ours: ours.seconds - takeIn, theirs: theirs.seconds, peakMb: ours.peakMb ?? 0, notes }
  })
}

async function verifyRound(): Promise<Round> {
  const zip = (await readdir(containerForVerify)).find((name) => name.endsWith('.zip'))
  const path = join(containerForVerify, zip ?? '')
  const ours = await measureNode('scripts/dossier.mjs', ['verify', path])
  const theirs = await measureProgram('sha256sum', [path])
  return { ours: ours.seconds, theirs: theirs.seconds, peakMb: ours.peakMb ?? 0, notes: ours.steps }
}

async function build(corpus: Corpus, out: string): Promise<Measured> {
  return measureNode('scripts/dossier.mjs', ['build', corpus.folder, '--out', out])
}

/** What a round writes is gone afterwards, so that no round waits for the disk to take the one before. */
async function inWorkFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(benchFolder, 'work')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
