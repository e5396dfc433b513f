import { reportStep } from '../../engine-host/report-step.ts'
import { type LearntZip, learntZipOf, type StoredBundle } from '../../register/bundle-records.ts'
import type { Services } from '../../services.ts'

/** The bundle as the register has it by now: an earlier job may have learnt what its ZIP is. */
export async function asStored({ session }: Pick<Services, 'session'>, bundle: StoredBundle) {
  return (await session.register().bundles.get(bundle.id)) ?? bundle
}

/** Stores what the ZIP of a bundle was found to be. Throws as `BundleRepository.learn`; the sheet goes then. */
export async function storeZip(
  { session }: Pick<Services, 'session'>,
  bundle: StoredBundle,
  zip: LearntZip,
): Promise<StoredBundle> {
  const register = session.register()
  try {
    return (await register.bundles.learn(bundle.id, zip)) ?? bundle
  } catch (error) {
    await register.contents.removeUnused([zip.sheet.contentId]).catch(() => undefined)
    throw error
  }
}

/**
 * The bundle with its ZIP known: worked out now, as a job of that name, where it never was. Throws as `Engine.workOutZip`
 * and `storeZip`; AbortError.
 */
export async function withZipKnown(
  services: Pick<Services, 'session' | 'engine' | 'jobs'>,
  bundle: StoredBundle,
  name: string,
): Promise<StoredBundle> {
  if (learntZipOf(bundle)) return bundle
  return services.jobs.run('work-out', name, async (job) => {
    const stored = await asStored(services, bundle)
    if (learntZipOf(stored)) return stored
    const { partsContentId, pdfContentId } = stored
    const learnt = await services.engine.workOutZip(
      { partsContentId, pdfContentId, zip: undefined },
      { signal: job.signal, report: (progress) => reportStep(job, progress) },
    )
    return storeZip(services, stored, learnt)
  })
}
