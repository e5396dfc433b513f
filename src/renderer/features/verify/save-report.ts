import type { VerificationReport } from '../../../engine/jobs.ts'
import { containerName } from '../../../shared/domain/container-name.ts'
import type { Services } from '../../services.ts'
import type { DeskEntry } from './verify-desk.ts'
import type { VerifiableFile } from '../../platform/platform.ts'

const longestName = 60

export interface ReportWish {
  readonly entry: DeskEntry
  readonly report: VerificationReport
  readonly verifiedAt: Date
  readonly form: 'pdf' | 'json'
  readonly language: 'zh' | 'en'
  readonly ownIdentity: boolean
  /** Without its ending. */
  readonly name: string
}

/** Asks where to, and writes the report there; gives the name it has, undefined when the person cancelled. */
export async function saveReport(services: Services, wish: ReportWish): Promise<string | undefined> {
  const { engine, jobs, platform } = services
  const { entry, form } = wish
  const sink = await platform.saveFile(`${containerName(wish.name, longestName)}.${form}`)
  if (!sink) return undefined
  try {
    const report = await withDigest(wish.report, entry, (file) =>
      jobs.run('verify', entry.name, (job) =>
        engine.digestOf(file, {
          signal: job.signal,
          report: (bytesDone, bytesTotal) => job.report({ bytesDone, bytesTotal }),
        }),
      ),
    )
    const { version } = await platform.about()
    const bytes = await engine.writeReport({
      report,
      circumstances: {
        subject: { name: entry.name, kind: entry.subject.kind },
        verifiedAt: wish.verifiedAt,
        program: { name: 'Rights Dossier', version },
        language: wish.language,
        ownIdentity: wish.ownIdentity,
      },
      form,
    })
    await sink.write(bytes)
    await sink.commit()
    return sink.name
  } catch (error) {
    await sink.abort()
    throw error
  }
}

/** A report names its file by its digest, also where the verification went without. */
async function withDigest(
  report: VerificationReport,
  { subject }: DeskEntry,
  digestOf: (file: VerifiableFile) => Promise<string>,
): Promise<VerificationReport> {
  if (subject.kind !== 'file' || report.details.sha256 !== undefined) return report
  return { ...report, details: { ...report.details, sha256: await digestOf(subject.file) } }
}
