import { spawnSync } from 'node:child_process'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Corpus, type CorpusName, findCorpus } from './corpora/corpora.ts'
import { repositoryRoot } from './measured-process.ts'
import { type Round, type Work, works } from './works.ts'

// npm run bench [-- name…] [-- --runs n]: one line per work. Prints, never judges.
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '3' } },
})
const unknown = positionals.find((name) => works[name] === undefined)
const runs = Number(values.runs)
if (unknown !== undefined || !Number.isInteger(runs) || runs < 1) {
  console.error(`Usage: npm run bench [-- ${Object.keys(works).join(' | ')}] [-- --runs 3]`)
  process.exit(2)
}

console.log('name ours_s theirs_s ratio peak_mb')
for (const [name, work] of Object.entries(works)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  try {
    await bench(name, work)
  } catch (error) {
    console.log(`# ${name} could not be measured: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}

async function bench(name: string, work: Work): Promise<void> {
  const corpus = await corpusOf(work.corpus)
  await warm(corpus)
  await work.prepare?.(corpus)
  const rounds: Round[] = []
  for (let i = 0; i < runs; i++) rounds.push(await work.round(corpus))
  const ours = median(rounds.map((round) => round.ours))
  const theirs = median(rounds.map((round) => round.theirs))
  const peak = median(rounds.map((round) => round.peakMb))
  console.log(
    `${name} ${ours.toFixed(2)} ${theirs.toFixed(2)} ${(ours / theirs).toFixed(2)} ${peak.toFixed(0)}`,
  )
  const megabytes = (corpus.bytes / 1e6).toFixed(0)
  console.log(`# ${work.compares}; ${corpus.files.length} files, ${megabytes} MB, median of ${runs}`)
  const steps = [...(rounds[0]?.notes.keys() ?? [])].map((step) => {
    const seconds = median(rounds.map((round) => round.notes.get(step) ?? 0))
    return `${step} ${seconds.toFixed(2)}`
  })
  console.log(`# seconds by step: ${steps.join(', ')}`)
}

async function corpusOf(name: CorpusName): Promise<Corpus> {
  const found = await findCorpus(name)
  if (found) return found
  console.error(`making the corpus ${name} …`)
  spawnSync(process.execPath, ['bench/corpora/make.ts', name], { cwd: repositoryRoot, stdio: 'inherit' })
  const made = await findCorpus(name)
  if (!made) throw new Error(`the corpus ${name} could not be made`)
  return made
}

/** Both sides find the files in the page cache. */
async function warm(corpus: Corpus): Promise<void> {
  const buffer = new Uint8Array(1 << 20)
  for (const path of [...corpus.files, join(corpus.folder, 'case.json')]) {
    const file = await open(path, 'r')
    while ((await file.read(buffer)).bytesRead > 0);
    await file.close()
  }
}

/** The middle value; the mean of the two in the middle of an even number. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2
}
