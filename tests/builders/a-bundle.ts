import { surveySource } from '../../src/engine/jobs.ts'
import type { BuildPorts, BuildRequest } from '../../src/engine/bundle/build-request.ts'
import { type MadeBundle, makeBundle } from '../../src/engine/bundle/make-bundle.ts'
import { surveyorOver } from '../../src/engine/bundle/surveyor.ts'
import type { CopyPorts } from '../../src/engine/bundle/work-out-zip.ts'
import { takeIn } from '../../src/engine/content/take-in.ts'
import type { ByteSource, Bytes, ContentStore, JobContext } from '../../src/engine/ports.ts'
import { planBundle } from '../../src/shared/domain/plan-bundle.ts'
import { collect, memorySource, MemorySink, nodeHashing } from './byte-ports.ts'
import { aCase, anItem, law, limits } from './cases.ts'
import { fonts } from './fonts.ts'
import { testIdentity } from './identities.ts'
import { textPdfOf } from './notice-pdf.ts'

/** Originals by SHA-256 that count how often each is read, and can be made to have changed. */
export class CountedContent implements ContentStore {
  readonly opened: string[] = []
  readonly #bytes = new Map<string, Bytes>()

  put(sha256: string, bytes: Bytes): void {
    this.#bytes.set(sha256, bytes)
  }

  async open(sha256: string): Promise<ByteSource> {
    this.opened.push(sha256)
    const bytes = this.#bytes.get(sha256)
    if (!bytes) throw new Error('no such original')
    return memorySource(bytes)
  }

  async readWhole(sha256: string): Promise<Bytes> {
    return collect((await this.open(sha256)).stream())
  }
}

export const quietJob = (signal = new AbortController().signal): JobContext => ({
  signal,
  now: new Date('2026-11-22T06:10:00Z'),
  report: () => undefined,
  randomBytes: (length) => new Uint8Array(length).fill(9),
})

/** A case of one original with pages and one without, taken in and planned. */
export async function aBuild() {
  const content = new CountedContent()
  const originals = {
    'materials/letter.pdf': await textPdfOf([['示例材料'], ['第二页']]),
    'materials/ledger.csv': new TextEncoder().encode('2026-01-02,A-1,10.00\r\n'.repeat(4000)),
  }
  const record = aCase({
    groups: [
      { name: '证据材料', set: 'evidence', items: Object.keys(originals).map((file) => anItem({ file })) },
    ],
  })
  const tools = { hashing: nodeHashing, signal: quietJob().signal }
  const intake = new Map<string, Awaited<ReturnType<typeof takeIn>>>()
  for (const [path, bytes] of Object.entries(originals)) {
    const taken = await takeIn(path, memorySource(bytes), tools)
    intake.set(path, taken)
    content.put(taken.sha256, bytes)
  }
  const outcome = planBundle({
    case: record,
    intake,
    createdAt: '2026-11-22T06:00:00Z',
    draft: true,
    limits,
    law,
  })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings))
  const request: BuildRequest = {
    plan: outcome.plan,
    findings: outcome.findings,
    law,
    limits,
    fonts,
    disc: true,
    signer: (await testIdentity('RSA-3072')).signer,
    generator: { name: 'Rights Dossier', version: '0.0.0' },
  }
  const survey: BuildPorts['survey'] = surveyorOver(async ({ label, file: { sha256, mediaType } }) => {
    const bytes = await content.readWhole(sha256)
    const asked = { bytes, mediaType, label, hashing: nodeHashing, at: quietJob().now }
    return { state: 'done', survey: await surveySource(asked) }
  }, limits)
  const sha256Of = (path: keyof typeof originals) => intake.get(path)?.sha256 ?? ''
  return { request, content, survey, originals, sha256Of }
}

/** Makes the bundle of a build, and what it is written from. */
export async function made({
  request,
  content,
  survey,
}: Awaited<ReturnType<typeof aBuild>>): Promise<MadeBundle & { readonly ports: CopyPorts }> {
  const sink = new MemorySink()
  const pdf = () =>
    Promise.resolve({
      write: (chunks: readonly Uint8Array[]) => sink.write(chunks),
      close: () => Promise.resolve(memorySource(sink.bytes)),
    })
  const bundle = await makeBundle(request, { content, survey, hashing: nodeHashing, pdf }, quietJob())
  const ports = {
    content,
    pdf: memorySource(sink.bytes),
    hashing: nodeHashing,
    fonts: () => Promise.resolve(fonts),
  }
  return { ...bundle, ports }
}
