import { corpusNames, findCorpus, makeCorpus } from './corpora.ts'

// A process of its own: what it takes in memory must not be mistaken for the benchmark's.
for (const name of process.argv.slice(2)) {
  const known = corpusNames.find((one) => one === name)
  if (known === undefined) throw new Error(`no corpus is called ${name}`)
  if ((await findCorpus(known)) === undefined) await makeCorpus(known)
}
