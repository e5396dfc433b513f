import type { BundleForm } from '../../../engine/jobs.ts'
import { fileTarget, folderTarget, type OutputTarget } from '../../engine-host/output-target.ts'
import { reportStep } from '../../engine-host/report-step.ts'
import type { Written } from '../../engine-host/bundle-wire.ts'
import type { StoredBundle } from '../../register/bundle-records.ts'
import type { Services } from '../../services.ts'

/** What the person saves: one file, the folder for the disc, or a folder with everything. */
export const saveForms = ['zip', 'pdf', 'disc', 'all'] as const
export type SaveForm = (typeof saveForms)[number]

const formsOf: Readonly<Record<SaveForm, readonly BundleForm[]>> = {
  zip: ['zip'],
  pdf: ['pdf'],
  disc: ['disc'],
  all: ['pdf', 'zip', 'disc', 'hand-over'],
}

export interface SavedBundle {
  /** The name of the file or folder the person chose. */
  readonly name: string
  readonly form: SaveForm
  readonly grant: string
  /** How what was read again stands. */
  readonly written: Written
}

/**
 * Asks where to, writes a built bundle byte for byte, reads it again and verifies it; undefined when the person
 * cancelled. Throws as `Engine.writeBundle`; then nothing is left.
 */
export async function saveBundle(
  { platform, engine, jobs }: Services,
  bundle: StoredBundle,
  form: SaveForm,
): Promise<SavedBundle | undefined> {
  const place = await askFor(platform, bundle, form)
  if (!place) return undefined
  const { name, grant, target } = place
  const { partsContentId, pdfContentId } = bundle
  const written = await jobs
    .run('save-bundle', name, (job) =>
      engine.writeBundle({ partsContentId, pdfContentId, forms: formsOf[form] }, target, {
        signal: job.signal,
        report: (progress) => reportStep(job, progress),
      }),
    )
    .catch(async (error: unknown) => {
      // A job that was cancelled while it waited never began to write.
      await target.abort()
      throw error
    })
  return { name, form, grant, written }
}

interface Place {
  readonly name: string
  readonly grant: string
  readonly target: OutputTarget
}

async function askFor(
  platform: Services['platform'],
  bundle: StoredBundle,
  form: SaveForm,
): Promise<Place | undefined> {
  if (form === 'zip' || form === 'pdf') {
    const sink = await platform.saveFile(bundle[form].name)
    return sink && { name: sink.name, grant: sink.grant, target: fileTarget(sink) }
  }
  const root = form === 'disc' ? bundle.discFolder : ''
  const folder = await platform.saveFolder(form === 'disc' ? bundle.discFolder : stemOf(bundle))
  return folder && { name: folder.name, grant: folder.grant, target: folderTarget(folder, root) }
}

/** `<case>_<round>_<date>`, what the names of all files of a bundle begin with. */
function stemOf({ pdf }: StoredBundle): string {
  return pdf.name.replace(/\.pdf$/, '')
}
