import { type Finding, finding } from '../../shared/contract/finding.ts'
import { asic } from '../container/asic-manifest.ts'
import { methods } from '../container/zip-format.ts'
import { entrySource, readEntry } from '../container/zip-entry.ts'
import { openZip, type OpenedZip, type ZipEntry } from '../container/zip-reader.ts'
import type { ByteSource, Bytes } from '../ports.ts'
import type { BundleFile } from './bundle-file.ts'
import { verifyBundleFiles } from './bundle-files.ts'
import type { BundleOptions, VerificationReport } from './report.ts'

/** A deflated file that needs random access is unpacked in memory up to this size. */
const largestUnpacked = 268_435_456

/**
 * Verifies a bundle as a ZIP file, strictly: layout, names, limits, signature, every file, the PDF inside. Containers
 * of others (ASiC-E with CAdES) and plain bags are judged by the same rules. Never throws for what the bytes say;
 * throws AbortError, and what the source throws while the structure is read.
 */
export async function verifyContainer(
  source: ByteSource,
  options: BundleOptions,
): Promise<VerificationReport> {
  const zip = await openZip(source, options.limits)
  if (zip.findings.some(({ code }) => code === 'zip.unreadable') && zip.entries.length === 0)
    return {
      integrity: 'unreadable',
      signer: 'none',
      time: 'none',
      findings: zip.findings,
      details: { kind: 'unknown', files: 0, bytes: 0 },
    }
  // What is refused for its size is not read at all.
  const tooMuch = zip.findings.some(
    ({ code }) => code === 'container.too-many-files' || code === 'container.too-large',
  )
  if (tooMuch)
    return {
      integrity: 'cannot-confirm',
      signer: 'none',
      time: 'none',
      findings: zip.findings,
      details: { kind: 'unknown', files: zip.entries.length, bytes: 0 },
    }
  const files = zip.entries.map((entry) => fileOf(zip, entry, options))
  return verifyBundleFiles(
    files,
    zip.findings,
    {
      isSystemFile: () => false,
      check: async ({ ours, signed }) => [
        ...(ours || signed ? await mimetypeFindings(zip, ours) : []),
        ...(ours ? writerFindings(zip) : []),
      ],
    },
    options,
  )
}

function fileOf(zip: OpenedZip, entry: ZipEntry, options: BundleOptions): BundleFile {
  const stream = (): AsyncIterable<Bytes> => readEntry(zip, entry, options.crc32)
  return {
    path: entry.name,
    size: entry.size,
    stream,
    async source() {
      const stored = entrySource(zip, entry)
      return stored ?? (entry.size > largestUnpacked ? undefined : unpacked(entry.size, stream()))
    },
  }
}

async function unpacked(size: number, stream: AsyncIterable<Bytes>): Promise<ByteSource | undefined> {
  const bytes = new Uint8Array(size)
  let filled = 0
  try {
    for await (const chunk of stream) {
      bytes.set(chunk, filled)
      filled += chunk.length
    }
  } catch {
    // Reported when the file was hashed.
    return undefined
  }
  return {
    size,
    read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)),
    async *stream(start = 0, end = size) {
      yield bytes.subarray(start, end)
    },
  }
}

/**
 * The media type (EN 319 162-1, annex A.1): in a bundle of ours the first entry, stored, with a bare header. Others
 * put it elsewhere, which changes nothing of what was signed.
 */
async function mimetypeFindings(zip: OpenedZip, ours: boolean): Promise<Finding[]> {
  const entry = zip.entries.find(({ name }) => name === asic.mimetypePath)
  const wrong = [finding('container.mimetype', asic.mimetypePath)]
  if (entry?.size !== asic.mimetype.length) return wrong
  const bare = entry.method === methods.stored && entry.dataOffset === 30 + asic.mimetypePath.length
  if (ours && (entry !== zip.entries[0] || !bare)) return wrong
  const content = await unpacked(entry.size, readEntry(zip, entry))
  const text = content === undefined ? '' : new TextDecoder().decode(await content.read(0, entry.size))
  return text === asic.mimetype ? [] : wrong
}

/** The first entry whose records our writer would not make stands for all. */
function writerFindings(zip: OpenedZip): Finding[] {
  const strange = zip.entries.find(({ plain }) => !plain)
  return strange === undefined ? [] : [finding('zip.not-as-written', strange.name)]
}
