import { caseContent } from '../src/cli/files/case-content.ts'
import { nodeHashing } from '../src/cli/files/node-hashing.ts'
import { outputFolder } from '../src/cli/files/output-folder.ts'
import { readPdfium } from '../src/cli/files/pdfium-file.ts'
import { surveyorOf } from '../src/cli/intake.ts'
import { prepareCase } from '../src/cli/prepare-case.ts'
import { stepTimings } from '../src/cli/step-timings.ts'
import { WorkerPool, workerCount } from '../src/cli/worker-pool.ts'
import { assemblyPlan, textDigest } from '../src/engine/bundle/assembly-plan.ts'
import { bundleSigner } from '../src/engine/bundle/bundle-signer.ts'
import { surveyItems } from '../src/engine/bundle/survey-items.ts'
import { composeBundle } from '../src/engine/documents/compose-bundle.ts'
import { providePdfium } from '../src/engine/jobs.ts'
import { assemblePdf } from '../src/engine/pdf/assemble-pdf.ts'
import type { JobContext } from '../src/engine/ports.ts'

/** What `dossier build` does up to the written and signed PDF, with the CLI's own modules; prints step timings. */
export async function assembleOnly(
  folder: string,
  out: string,
  host: Omit<JobContext, 'report'>,
): Promise<void> {
  const timings = stepTimings(() => performance.now())
  const context: JobContext = { ...host, report: timings.report }
  const pool = new WorkerPool(workerCount)
  const options = { createdAt: undefined, draft: false }
  const { outcome, law, limits, fonts, pathOf } = await prepareCase(folder, options, pool, context)
  if (!outcome.ok)
    throw new Error(outcome.findings.map((found) => `${found.code} ${found.subject}`).join('\n'))
  const { plan } = outcome
  providePdfium(readPdfium)
  const content = caseContent(pathOf)
  const signer = await bundleSigner(plan, undefined, context)
  const surveys = await surveyItems(plan, surveyorOf(pathOf, pool, limits, context.signal), context)
  await pool.rest()
  const composed = await composeBundle({
    plan,
    surveys,
    originalsListSha256: await textDigest(plan.originalsList, nodeHashing),
    fonts,
    law,
    signer: {
      name: signer.described.name,
      fingerprint: signer.described.certificateSha256,
      throwAway: signer.described.throwAway,
      selfSigned: signer.described.selfSigned,
    },
    readSource: (item) => () => content.readWhole(item.file.sha256),
  })
  context.report('compose', 1, 1)
  const output = outputFolder(out, false)
  const file = await output.create(`${plan.names.stem}.pdf`)
  const request = { plan, law, generator: { name: 'Rights Dossier', version: 'bench' } }
  await assemblePdf(await assemblyPlan(request, composed, signer, nodeHashing), file, nodeHashing, context)
  await file.close()
  await output.publish()
  await pool.close()
  context.report('assemble', 1, 1)
  process.stderr.write(timings.lines().join('\n') + '\n')
}
