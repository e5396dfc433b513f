import { crc32 } from 'node:zlib'
import { caseContent } from '../src/cli/files/case-content.ts'
import { nodeHashing } from '../src/cli/files/node-hashing.ts'
import { outputFolder } from '../src/cli/files/output-folder.ts'
import { readPdfium } from '../src/cli/files/pdfium-file.ts'
import { digesterOf, surveyorOf } from '../src/cli/intake.ts'
import { prepareCase } from '../src/cli/prepare-case.ts'
import { stepTimings } from '../src/cli/step-timings.ts'
import { WorkerPool, workerCount } from '../src/cli/worker-pool.ts'
import { buildBundle, loadBuild, providePdfium } from '../src/engine/jobs.ts'
import type { JobContext, OutputFolder } from '../src/engine/ports.ts'

class Written extends Error {}

/** Does what `dossier build` does, with the CLI's own modules, until the signed PDF is on the disk; prints step timings. */
export async function assembleCase(
  folder: string,
  out: string,
  host: Omit<JobContext, 'report'>,
): Promise<void> {
  const timings = stepTimings(() => performance.now())
  const context: JobContext = { ...host, report: timings.report }
  const { signal } = context
  const pool = new WorkerPool(workerCount)
  const options = { createdAt: undefined, draft: false, meanwhile: loadBuild }
  const { outcome, law, limits, fonts, pathOf } = await prepareCase(folder, options, pool, context)
  if (!outcome.ok)
    throw new Error(outcome.findings.map(({ code, subject }) => `${code} ${subject}`).join('\n'))
  const { plan } = outcome
  providePdfium(readPdfium)
  const output = outputFolder(out, false)
  await buildBundle(
    {
      plan,
      findings: outcome.findings,
      law,
      limits,
      fonts,
      disc: false,
      generator: { name: 'Rights Dossier', version: 'bench' },
    },
    {
      content: caseContent(pathOf),
      output: endingAfter(output, `${plan.names.stem}.pdf`),
      hashing: nodeHashing,
      survey: surveyorOf(pathOf, pool, limits, signal),
      surveyed: () => pool.rest(),
      digestBeside: digesterOf(pool, signal),
      crc32,
    },
    context,
  ).catch((error: unknown) => {
    if (!(error instanceof Written)) throw error
  })
  await output.publish()
  await pool.close()
  context.report('assemble', 1, 1)
  process.stderr.write(timings.lines().join('\n') + '\n')
}

/** An output folder that ends the build once one file is closed, and keeps that file. */
function endingAfter(folder: OutputFolder, wanted: string): OutputFolder {
  return {
    ...folder,
    discard: () => Promise.resolve(),
    async create(path) {
      const file = await folder.create(path)
      if (path !== wanted) return file
      return {
        write: (chunks) => file.write(chunks),
        async close() {
          await file.close()
          throw new Written()
        },
      }
    },
  }
}
