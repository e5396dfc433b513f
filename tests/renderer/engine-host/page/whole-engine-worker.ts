import pdfiumUrl from '@embedpdf/pdfium/pdfium.wasm?url'
import limits from '../../../../resources/limits.json'
import * as engine from '../../../../src/engine/jobs.ts'
import { wasmHashing as hashing } from '../../../../src/renderer/engine-host/wasm-hashing.ts'

/** Where the files the engine is tried on are served. */
export interface WholeEngineRequest {
  readonly fonts: readonly string[]
  readonly signedPdf: string
  readonly bundle: string
}

/** Runs a piece of every part of the engine, as building and verifying in the window will; says what came out. */
const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<WholeEngineRequest>) => void
  postMessage(reply: unknown): void
}
scope.onmessage = ({ data }) => {
  tryEverything(data).then(
    (found) => scope.postMessage(found),
    (error: unknown) => scope.postMessage({ failed: error instanceof Error ? error.stack : 'unknown' }),
  )
}

async function tryEverything({ fonts, signedPdf, bundle }: WholeEngineRequest) {
  engine.providePdfium(() => bytesOf(pdfiumUrl))
  await engine.loadBuild()
  const at = new Date()
  const identity = await engine.createIdentity({
    name: '测试',
    keyType: 'EC-P256',
    notBefore: at,
    notAfter: new Date(at.getTime() + 1e9),
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  })
  const sealed = await engine.writePkcs12(identity, 'a long passphrase', 'test')
  const signer = await engine.openPkcs12(sealed, 'a long passphrase')
  await signer.sign(new Uint8Array(3))
  const certificate = await engine.describeCertificate(signer.certificate)
  const [regular, bold, ...fallbacks] = await Promise.all(fonts.map(bytesOf))
  const record = {
    suspects: [{ name: '某某𠮷😀' }],
    rightHolders: [],
    agents: [],
    rights: [],
    groups: [],
    crimes: [],
    notice: {},
    caseCode: 'EX',
  }
  const unprintable = await engine.unprintableIn(record as never, {
    regular: regular!,
    bold: bold!,
    fallbacks,
  })
  const bytes = await bytesOf(signedPdf)
  const survey = await engine.surveySource({
    bytes,
    mediaType: 'application/pdf',
    label: 'E001',
    hashing,
    at,
  })
  const { signal } = new AbortController()
  const options = { signal, report: () => undefined, trusted: [], at, hashing, limits }
  const verdict = await engine.verifyFile(inMemory(await bytesOf(bundle)), options)
  return {
    subject: certificate.subjectName,
    unprintable: unprintable.map(({ subject, facts }) => [subject, facts['character']]),
    pages: survey.shown ? survey.pageCount : 0,
    integrity: verdict.integrity,
  }
}

async function bytesOf(address: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(address)).arrayBuffer())
}

function inMemory(bytes: Uint8Array<ArrayBuffer>) {
  return {
    size: bytes.length,
    read: async (offset: number, length: number) => bytes.slice(offset, offset + length),
    async *stream(start = 0, end = bytes.length) {
      yield bytes.subarray(start, end)
    },
  }
}
