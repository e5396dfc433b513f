import { Failure } from '../../../shared/contract/failure.ts'
import { containerName } from '../../../shared/domain/container-name.ts'
import type { FileSink } from '../../platform/platform.ts'
import type { StoredBundle, StoredPaper } from '../../register/bundle-records.ts'
import type { ContentReader } from '../../register/register.ts'
import type { Services } from '../../services.ts'

export type Sides = 'single' | 'double'

/** Something of a bundle that can be printed: the whole, or one of its papers. */
export type Paper = Omit<StoredPaper, 'kind'> & { readonly kind: StoredPaper['kind'] | 'whole' }

/** What a clerk wants first stands first: the papers one by one, then the whole. */
export function papersOf({ papers, pdfContentId, pages, pdf }: StoredBundle): readonly Paper[] {
  return [...papers, { kind: 'whole', contentId: pdfContentId, pages, bytes: pdf.bytes }]
}

/** Shows a paper for printing, the very bytes that were built. Throws Failure content.*, print.*, and what the platform throws. */
export async function printPaper(
  { platform, session }: Services,
  bundle: StoredBundle,
  paper: Paper,
  { name, copies, sides }: { readonly name: string; readonly copies: number; readonly sides: Sides },
): Promise<void> {
  // Opened before anything is shown: what is damaged is told here.
  const reader = await session.register().contents.open(paper.contentId)
  await platform.print?.({
    name: fileNameOf(bundle, name),
    bytes: reader.bytes,
    stream: () => reader.stream(),
    copies,
    sides,
  })
}

/** Saves a paper as a file of its own, read again before it stays; undefined when the person cancelled. Throws Failure content.*, output.*. */
export async function savePaper(
  { platform, session, jobs }: Services,
  bundle: StoredBundle,
  paper: Paper,
  name: string,
): Promise<{ readonly grant: string; readonly name: string } | undefined> {
  const sink = await platform.saveFile(fileNameOf(bundle, name))
  if (!sink) return undefined
  const written = jobs.run('save-bundle', name, async (job) => {
    const reader = await session.register().contents.open(paper.contentId)
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
    await written
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
