import type { BundleForm } from '../../../engine/jobs.ts'
import { fileTarget, folderTarget, type OutputTarget } from '../../engine-host/output-target.ts'
import { reportStep } from '../../engine-host/report-step.ts'
import type { Written } from '../../engine-host/bundle-wire.ts'
import { fromWire } from '../../engine-host/wire.ts'
import { learntZipOf, type StoredBundle } from '../../register/bundle-records.ts'
import type { Services } from '../../services.ts'
import { asStored, storeZip } from './learn-zip.ts'

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
  /** Why what the ZIP turned out to be could not be stored, though the files are where they should be. */
  readonly notStored?: unknown
}

/**
 * Asks where to, writes a built bundle byte for byte, reads it again and verifies it; undefined when the person
 * cancelled. What its ZIP is, the register learns once the files have their names. Throws as `Engine.writeBundle`; then
 * nothing is left.
 */
export async function saveBundle(
  services: Services,
  bundle: StoredBundle,
  form: SaveForm,
): Promise<SavedBundle | undefined> {
  const { platform, engine, jobs } = services
  const place = await askFor(platform, bundle, form)
  if (!place) return undefined
  const { name, grant, target } = place
  const saved = await jobs
    .run('save-bundle', name, async (job) => {
      const stored = await asStored(services, bundle)
      const { partsContentId, pdfContentId } = stored
      const written = await engine.writeBundle(
        { partsContentId, pdfContentId, zip: learntZipOf(stored), forms: formsOf[form] },
        target,
        { signal: job.signal, report: (progress) => reportStep(job, progress) },
      )
      return { written, ...(await learn(services, stored, written)) }
    })
    .catch(async (error: unknown) => {
      // A job that was cancelled while it waited never began to write.
      await target.abort()
      throw error
    })
  return { name, form, grant, ...saved }
}

/** The files stay whatever comes of this: the next writing gives the same. */
async function learn(
  services: Services,
  bundle: StoredBundle,
  { learnt, notKept }: Written,
): Promise<Pick<SavedBundle, 'notStored'>> {
  if (notKept) return { notStored: fromWire(notKept) }
  if (!learnt) return {}
  try {
    await storeZip(services, bundle, learnt)
    return {}
  } catch (notStored) {
    return { notStored }
  }
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
