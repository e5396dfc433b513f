import { createHash } from 'node:crypto'
import type {
  ContainerContext,
  ContainerInput,
  ContainerOutputs,
  PayloadFile,
  TagFile,
} from '../../src/engine/container/container-files.ts'
import { sealContainer } from '../../src/engine/container/seal-container.ts'
import { type WrittenContainer, writeSealedContainer } from '../../src/engine/container/write-container.ts'
import type { Signer } from '../../src/engine/ports.ts'
import { memorySource } from './byte-ports.ts'
import { toPem } from './identities.ts'

const hex = (name: string, bytes: Uint8Array): string => createHash(name).update(bytes).digest('hex')

/** Seals a container and writes it. */
export async function writeContainer(
  input: ContainerInput,
  outputs: ContainerOutputs,
  context: ContainerContext,
): Promise<WrittenContainer> {
  return writeSealedContainer(await sealContainer(input, context), input.createdAt, outputs, context)
}

/** A payload file over bytes in memory, with its digests. */
export function payloadFile(path: string, bytes: Uint8Array, extra: Partial<PayloadFile> = {}): PayloadFile {
  return {
    path,
    size: bytes.length,
    sha256: hex('sha256', bytes),
    sha512: hex('sha512', bytes),
    sm3: hex('sm3', bytes),
    mediaType: 'application/octet-stream',
    compress: false,
    source: async () => memorySource(bytes),
    ...extra,
  }
}

/** A tag file of text. */
export function tagFile(path: string, text: string): TagFile {
  return { path, bytes: new TextEncoder().encode(text), mediaType: 'text/plain' }
}

export const samplePdf = new TextEncoder().encode('%PDF-1.7\n% stands for the signed volume\n%%EOF\n')
export const sampleLedger = new TextEncoder().encode(
  Array.from({ length: 1500 }, (_, n) => `2026-01-02,A-${n},${(n * n) % 9973}.00\r\n`).join(''),
)
export const sampleScan = Uint8Array.from({ length: 50_000 }, (_, n) => (n * n * 31 + (n >> 3)) & 0xff)

/** Everything one small bundle needs: the volume, a scan and a deflated ledger. */
export function containerInput(signer: Signer): ContainerInput {
  const payload = [
    payloadFile('data/00_bundle_CASE1_01.pdf', samplePdf, {
      mediaType: 'application/pdf',
      copyAs: '02_合并卷.pdf',
    }),
    payloadFile('data/02_损失/E002_台账.csv', sampleLedger, { mediaType: 'text/csv', compress: true }),
    payloadFile('data/01_权利/E001_注册证 & Café.jpg', sampleScan, { mediaType: 'image/jpeg' }),
  ]
  const index = {
    format: 'rights-dossier/bundle',
    version: 1,
    files: payload.map(({ path, size, sha256, sha512, sm3, mediaType }) => ({
      path,
      bytes: size,
      sha256,
      sha512,
      sm3,
      mediaType,
      originalName: path.split('/').at(-1),
    })),
  }
  return {
    payload,
    tagFiles: [
      tagFile('dossier.json', `${JSON.stringify(index, null, 2)}\n`),
      tagFile('VERIFY.txt', '\ufeffHow to check\r\n'),
      tagFile('核验说明.txt', '\ufeff核验方法\r\n'),
      tagFile('signer.pem.txt', toPem(signer.certificate)),
    ],
    bag: {
      sourceOrganization: '示例商贸有限公司',
      externalIdentifier: 'CASE1',
      externalDescription: '侵权证据卷\n第一轮',
      baggingDate: '2026-11-22',
      softwareAgent: 'Rights Dossier 0.1.0',
    },
    signer,
    createdAt: new Date('2026-11-22T06:00:00Z'),
  }
}
