import { Failure } from '../../../shared/contract/failure.ts'
import { containerName } from '../../../shared/domain/container-name.ts'
import type { FileSink } from '../../platform/platform.ts'
import type { StoredBundle, StoredPaper } from '../../register/bundle-records.ts'
import type { ContentReader } from '../../register/register.ts'
import type { Services } from '../../services.ts'
import { withZipKnown } from './learn-zip.ts'

export type Sides = 'single' | 'double'

/** Something of a bundle that can be printed: the whole, or one of its papers. */
export type Paper = Omit<StoredPaper, 'kind'> & { readonly kind: StoredPaper['kind'] | 'whole' }

/** The hand-over sheet before the ZIP, whose digests it prints, was ever worked out. */
export interface PaperToCome {
  readonly kind: 'hand-over'
  readonly pages: number
  readonly contentId?: undefined
}

const sheetToCome: PaperToCome = { kind: 'hand-over', pages: 1 }

/** What a clerk wants first stands first: the papers one by one, then the whole. */
export function papersOf(bundle: StoredBundle): readonly (Paper | PaperToCome)[] {
  const { papers, pdfContentId, pages, pdf } = bundle
  const sheet = papers.some(({ kind }) => kind === 'hand-over') ? [] : [sheetToCome]
  return [...papers, ...sheet, { kind: 'whole', contentId: pdfContentId, pages, bytes: pdf.bytes }]
}

/** A paper that can be read; one that is still to come is made now, as a job of that name. Throws as `withZipKnown`. */
async function madePaper(
  services: Services,
  bundle: StoredBundle,
  paper: Paper | PaperToCome,
  name: string,
): Promise<Paper> {
  if (paper.contentId !== undefined) return paper
  const { papers } = await withZipKnown(services, bundle, name)
  const made = papers.find(({ kind }) => kind === paper.kind)
  // Removed from the register meanwhile.
  if (!made) throw new Failure('content.missing', { name })
  return made
}

/** Shows a paper for printing, the very bytes that were built. Throws Failure content.*, print.*, as `withZipKnown`, and what the platform throws. */
export async function printPaper(
  services: Services,
  bundle: StoredBundle,
  paper: Paper | PaperToCome,
  { name, copies, sides }: { readonly name: string; readonly copies: number; readonly sides: Sides },
): Promise<void> {
  const { platform, session } = services
  const { contentId } = await madePaper(services, bundle, paper, name)
  // Opened before anything is shown: what is damaged is told here.
  const reader = await session.register().contents.open(contentId)
  await platform.print?.({
    name: fileNameOf(bundle, name),
    bytes: reader.bytes,
    stream: () => reader.stream(),
    copies,
    sides,
  })
}

/** Saves a paper as a file of its own, read again before it stays; undefined when the person cancelled. Throws Failure content.*, output.*, as `withZipKnown`. */
export async function savePaper(
  services: Services,
  bundle: StoredBundle,
  paper: Paper | PaperToCome,
  name: string,
): Promise<{ readonly grant: string; readonly name: string } | undefined> {
  const { platform, session, jobs } = services
  const sink = await platform.saveFile(fileNameOf(bundle, name))
  if (!sink) return undefined
  const write = async ({ contentId }: Paper) =>
    jobs.run('save-bundle', name, async (job) => {
      const reader = await session.register().contents.open(contentId)
      let bytesDone = 0
      job.report({ step: 'write', bytesTotal: reader.bytes })
      for await (const chunk of reader.stream()) {
        job.signal.throwIfAborted()
        await sink.write(chunk)
        bytesDone += chunk.length
        job.report({ bytesDone })
      }
      await sink.settle()
      await readAgain(reader, sink)
      job.signal.throwIfAborted()
      await sink.commit()
    })
  try {
    await write(await madePaper(services, bundle, paper, name))
  } catch (error) {
    // Also one that was cancelled while it waited its turn.
    await sink.abort()
    throw error
  }
  return { grant: sink.grant, name: sink.name }
}

async function readAgain(reader: ContentReader, sink: Pick<FileSink, 'name' | 'read'>): Promise<void> {
  let at = 0
  for await (const chunk of reader.stream()) {
    const written = await sink.read(at, chunk.length)
    if (written.length !== chunk.length || written.some((byte, index) => byte !== chunk[index])) {
      throw new Failure('output.unreadable', { path: sink.name, reason: 'differs' })
    }
    at += chunk.length
  }
}

function fileNameOf({ pdf }: StoredBundle, name: string): string {
  return `${containerName(`${pdf.name.replace(/\.pdf$/, '')}_${name}`, 70)}.pdf`
}
