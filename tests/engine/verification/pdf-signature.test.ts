import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ByteSource, Bytes } from '../../../src/engine/ports.ts'
import { verifyPdfSignatures } from '../../../src/engine/verification/pdf-signature.ts'
import { explainFinding } from '../../../src/shared/messages/explain.ts'
import { memorySource, nodeHashing } from '../../builders/byte-ports.ts'
import { testIdentity } from '../../builders/identities.ts'
import {
  bytesOf,
  incrementalUpdate,
  join,
  objectNumbers,
  signatureDictionary,
  signedPdf,
  signInPlace,
  textOf,
} from '../../builders/signed-pdf.ts'
import type { SignedPdf } from '../../builders/signed-pdf.ts'
import { hasTool } from '../../judges.ts'

const at = new Date('2026-11-22T00:00:00Z')
const judge = (bytes: Uint8Array, trusted: readonly Bytes[] = [], source: ByteSource = memorySource(bytes)) =>
  verifyPdfSignatures(source, { trusted, at, hashing: nodeHashing, subject: 'x.pdf' })
const codes = (verdict: Awaited<ReturnType<typeof judge>>) =>
  verdict.findings.map(({ code }) => code).filter((code) => !code.startsWith('signer.'))

let genuine: SignedPdf
beforeAll(async () => {
  genuine = await signedPdf((await testIdentity('EC-P256')).signer)
})

test('one byte changed: no word on the certificate says that the content is unchanged', async () => {
  const changed = bytesOf(textOf(genuine.bytes).replace('%%EOF', '%%EOf'))
  const { integrity, findings } = await judge(changed)
  expect(integrity).toBe('changed')
  expect(findings.map(({ code }) => code)).toContain('signer.self-signed')
  const said = findings.flatMap((found) => (['zh', 'en'] as const).map((each) => explainFinding(found, each)))
  expect(said.filter((words) => /内容未变|nothing changed/.test(words))).toEqual([])
})

describe('genuine signatures', () => {
  test.each(['RSA-3072', 'EC-P256'] as const)('%s: three verdicts and who signed what', async (keyType) => {
    const { signer, certificate } = await testIdentity(keyType)
    const { bytes, byteRange } = await signedPdf(signer)
    expect(await judge(bytes)).toMatchObject({
      integrity: 'intact',
      signer: 'self-signed',
      time: 'claimed',
      findings: [{ code: 'signer.self-signed', facts: { name: '示例签名人' } }],
      signatures: [
        {
          fieldName: 'Signature1',
          kind: 'signature',
          integrity: 'intact',
          signerName: '示例签名人',
          certificateSha256: Buffer.from(await crypto.subtle.digest('SHA-256', certificate)).toString('hex'),
          byteRange,
          coversWholeFile: true,
          claimedTime: new Date('2026-03-04T05:06:07Z'),
        },
      ],
    })
    expect(await judge(bytes, [certificate])).toMatchObject({
      integrity: 'intact',
      signer: 'trusted',
      findings: [],
    })
  })

  test('the older kind is confirmed and said to be old', async () => {
    const { signer } = await testIdentity('EC-P256')
    const { bytes } = await signedPdf(signer, { subFilter: 'adbe.pkcs7.detached', profile: 'cades' })
    const verdict = await judge(bytes)
    expect(verdict.integrity).toBe('intact')
    expect(codes(verdict)).toEqual(['pdf-signature.kind-old'])
  })

  test('a signature added to an earlier, unsigned revision covers the whole file', async () => {
    const { signer } = await testIdentity('EC-P256')
    const unsigned = bytesOf(textOf(genuine.bytes).replace('/V 7 0 R', '        '))
    const updated = incrementalUpdate(unsigned, {
      5: '<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature1)/V 8 0 R/Rect[0 0 0 0]/F 132/P 3 0 R>>',
      8: signatureDictionary('ETSI.CAdES.detached', 4096),
    })
    expect(await judge((await signInPlace(textOf(updated), signer)).bytes)).toMatchObject({
      integrity: 'intact',
    })
  })

  test.skipIf(!hasTool('qpdf'))(
    'structure in object streams under a cross-reference stream is read',
    async () => {
      const { signer } = await testIdentity('EC-P256')
      const folder = mkdtempSync(joinPath(tmpdir(), 'pdf-signature-'))
      writeFileSync(
        joinPath(folder, 'in.pdf'),
        textOf(genuine.bytes).replace('/V 7 0 R', '        '),
        'latin1',
      )
      execFileSync('qpdf', ['--object-streams=generate', '--static-id', 'in.pdf', 'out.pdf'], { cwd: folder })
      const packed = new Uint8Array(execFileSync('cat', ['out.pdf'], { cwd: folder }))
      expect(textOf(packed)).toContain('/ObjStm')
      expect(textOf(packed)).not.toContain('/AcroForm')
      expect(await judge(packed)).toMatchObject({ integrity: 'not-signed' })
      const show = (number: string) =>
        execFileSync('qpdf', [`--show-object=${number}`, 'out.pdf'], { cwd: folder })
          .toString()
          .trim()
      const root = /\/Root (\d+) 0 R/.exec(textOf(packed))?.[1] ?? ''
      const field = /\/Fields \[ (\d+) 0 R/.exec(show(root))?.[1] ?? ''
      const objects = {
        [field]: show(field).replace(/>>$/, '/V 90 0 R>>'),
        90: signatureDictionary('ETSI.CAdES.detached', 4096),
      }
      rmSync(folder, { recursive: true })
      const updated = incrementalUpdate(packed, objects, Number(root))
      expect(await judge((await signInPlace(textOf(updated), signer)).bytes)).toMatchObject({
        integrity: 'intact',
      })
    },
  )

  test.skipIf(!hasTool('pdfsig'))('pdfsig agrees, whatever the key', async () => {
    const folder = mkdtempSync(joinPath(tmpdir(), 'pdf-signature-'))
    const signers = [(await testIdentity('RSA-3072')).signer, (await testIdentity('EC-P256')).signer]
    for (const signer of signers) {
      writeFileSync(joinPath(folder, 'x.pdf'), (await signedPdf(signer)).bytes)
      const said = execFileSync('pdfsig', ['-nocert', 'x.pdf'], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      expect(said.toString()).toContain('Total document signed')
      expect(said.toString()).toContain('Signature is Valid.')
    }
    rmSync(folder, { recursive: true })
  })
})

describe('attacks on a signed file', () => {
  const replace = (from: string | RegExp, to: string) =>
    bytesOf(textOf(genuine.bytes).replace(from, (found) => to.padEnd(found.length)))
  const attacks: [name: string, forge: () => Uint8Array, integrity: string, code: string][] = [
    [
      'one byte of the page is flipped',
      () => replace('Amount: 100', 'Amount: 900'),
      'changed',
      'signature.content-changed',
    ],
    [
      'incremental saving: the page is replaced',
      () =>
        incrementalUpdate(genuine.bytes, { [objectNumbers.content]: '<</Length 0>>\nstream\n\nendstream' }),
      'cannot-confirm',
      'pdf-signature.appended',
    ],
    [
      'incremental saving: only a comment is appended',
      () => join(genuine.bytes, bytesOf('%hidden\n')),
      'cannot-confirm',
      'pdf-signature.appended',
    ],
    [
      'one line end is appended',
      () => join(genuine.bytes, bytesOf('\n')),
      'cannot-confirm',
      'pdf-signature.appended',
    ],
    [
      'universal forgery: /ByteRange null',
      () => replace(/\/ByteRange \[[^\]]*\]/, '/ByteRange null'),
      'changed',
      'pdf-signature.byte-range-wrong',
    ],
    [
      'universal forgery: no /ByteRange',
      () => replace('/ByteRange', '/ByteRangf'),
      'changed',
      'pdf-signature.byte-range-wrong',
    ],
    [
      'universal forgery: a range of two numbers',
      () => replace(/\/ByteRange \[[^\]]*\]/, '/ByteRange [0 10]'),
      'changed',
      'pdf-signature.byte-range-wrong',
    ],
    [
      'universal forgery: a negative number',
      () => replace(/\/ByteRange \[0 /, '/ByteRange [-1 '),
      'changed',
      'pdf-signature.byte-range-wrong',
    ],
    [
      'universal forgery: no /Contents',
      () => replace('/Contents <', '/Contentz <'),
      'changed',
      'pdf-signature.contents-wrong',
    ],
    [
      'universal forgery: /Contents all zero',
      () =>
        genuine.bytes.map((byte, index) =>
          index > genuine.byteRange[1] && index < genuine.byteRange[2] - 1 ? 0x30 : byte,
        ),
      'cannot-confirm',
      'signature.unreadable',
    ],
    ['signature wrapping: bytes hidden in a widened gap', wrapped, 'changed', 'pdf-signature.contents-wrong'],
    [
      'data hidden in the padding of /Contents',
      () => withText(genuine.byteRange[2] - 65, 'deadbeef'),
      'changed',
      'pdf-signature.padding-used',
    ],
    [
      'a range that does not start at 0',
      () => replace(/\/ByteRange \[0 /, '/ByteRange [1 '),
      'changed',
      'pdf-signature.byte-range-wrong',
    ],
    [
      'bytes before the header',
      () => join(bytesOf('MZ\n'), genuine.bytes),
      'cannot-confirm',
      'pdf-signature.prefixed',
    ],
    [
      'a second signature object is appended',
      () => join(genuine.bytes, bytesOf('99 0 obj\n<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>>>\nendobj\n')),
      'cannot-confirm',
      'pdf-signature.appended',
    ],
    ['the end is cut off', () => genuine.bytes.slice(0, -3), 'changed', 'pdf-signature.byte-range-wrong'],
    [
      'the live value is a copy, the gap lies elsewhere',
      () => {
        const [dictionary] = /<<\/Type\/Sig[^]*?>>>/.exec(textOf(genuine.bytes)) ?? ['']
        return incrementalUpdate(genuine.bytes, { [objectNumbers.signature]: dictionary })
      },
      'changed',
      'pdf-signature.contents-wrong',
    ],
    [
      '/Contents twice',
      () => replace(/\/M\(D:\d+Z\)/, '/Contents<3000>'),
      'changed',
      'pdf-signature.contents-wrong',
    ],
    [
      'the field is no longer in the form',
      () => replace('/Fields[5 0 R]', '/Fields[]'),
      'not-signed',
      'pdf-signature.none',
    ],
  ]

  test.each(attacks)('%s', async (_, forge, integrity, code) => {
    const verdict = await judge(forge())
    expect({ integrity: verdict.integrity, codes: codes(verdict) }).toEqual({
      integrity,
      codes: expect.arrayContaining([code]) as string[],
    })
  })

  test('a signer that left more than /Contents unsigned', async () => {
    const { signer } = await testIdentity('EC-P256')
    const verdict = await judge((await signedPdf(signer, { widen: 10 })).bytes)
    expect(verdict.integrity).toBe('changed')
    expect(codes(verdict)).toEqual(['pdf-signature.contents-wrong'])
  })

  test('one value under two fields', async () => {
    const { signer } = await testIdentity('EC-P256')
    const { bytes } = await signedPdf(signer, {
      fields: ' 8 0 R',
      objects: { 8: '<</FT/Sig/T(Other)/V 7 0 R>>' },
    })
    const verdict = await judge(bytes)
    expect(verdict.integrity).toBe('cannot-confirm')
    expect(codes(verdict)).toContain('pdf-signature.shared-value')
  })

  test('a countersigned file is not confirmed, though both signatures hold', async () => {
    const { signer } = await testIdentity('RSA-3072')
    const updated = incrementalUpdate(genuine.bytes, {
      [objectNumbers.catalog]: '<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[5 0 R 8 0 R]>>>>',
      8: '<</FT/Sig/T(Second)/V 9 0 R>>',
      9: signatureDictionary('ETSI.CAdES.detached', 8192),
    })
    const verdict = await judge((await signInPlace(textOf(updated), signer)).bytes)
    expect(verdict.integrity).toBe('cannot-confirm')
    expect(codes(verdict)).toEqual(['pdf-signature.several'])
    expect(verdict.signatures.map(({ integrity, coversWholeFile }) => [integrity, coversWholeFile])).toEqual([
      ['intact', false],
      ['intact', true],
    ])
  })

  test(
    'no flipped byte and no cut leaves an intact file, and none makes it throw',
    { timeout: 60_000 },
    async () => {
      const [, gapStart, gapEnd] = genuine.byteRange
      const flips = fc.record({ offset: fc.nat(genuine.bytes.length - 1), bit: fc.nat(7) })
      await fc.assert(
        fc.asyncProperty(flips, async ({ offset, bit }) => {
          const forged = genuine.bytes.slice()
          forged[offset] = forged[offset]! ^ (1 << bit)
          const isSameDigit =
            offset > gapStart &&
            offset < gapEnd &&
            textOf(forged).toLowerCase() === textOf(genuine.bytes).toLowerCase()
          const { integrity } = await judge(forged)
          return isSameDigit || integrity !== 'intact'
        }),
        { seed: 20261122, numRuns: 600 },
      )
      await fc.assert(
        fc.asyncProperty(fc.nat(genuine.bytes.length - 1), async (length) => {
          const { integrity } = await judge(genuine.bytes.slice(0, length))
          return integrity !== 'intact'
        }),
        { seed: 20261122, numRuns: 100 },
      )
    },
  )

  test('in the small, dense parts every single byte counts', { timeout: 60_000 }, async () => {
    const [, gapStart, gapEnd] = genuine.byteRange
    for (let offset = 0; offset < genuine.bytes.length; offset++) {
      if (offset > gapStart + 2400 && offset < gapEnd - 8) continue
      const forged = genuine.bytes.slice()
      forged[offset] = forged[offset]! ^ 0x01
      expect((await judge(forged)).integrity, `byte ${offset}`).not.toBe('intact')
    }
  })

  function withText(offset: number, text: string): Bytes {
    const bytes = genuine.bytes.slice()
    bytes.set(bytesOf(text), offset)
    return bytes
  }

  function wrapped(): Bytes {
    const [, gapStart, gapEnd, rest] = genuine.byteRange
    const inserted = bytesOf('>/Foo (evil) /X <')
    const moved = textOf(join(genuine.bytes.slice(0, gapEnd - 1), inserted, genuine.bytes.slice(gapEnd - 1)))
    const range = `/ByteRange [0 ${gapStart} ${gapEnd + inserted.length} ${rest}`
    const ranged = moved.replace(/\/ByteRange \[[^\]]*\]/, (found) => range.padEnd(found.length - 1) + ']')
    const startxref = /startxref\n(\d+)/.exec(ranged)?.[1] ?? ''
    return bytesOf(
      ranged.replace(`startxref\n${startxref}`, `startxref\n${Number(startxref) + inserted.length}`),
    )
  }
})

describe('files that are something else', () => {
  test.each([
    ['nothing', '', 'unreadable'],
    ['text', 'Hello', 'unreadable'],
    ['a bare header', '%PDF-1.7\n', 'unreadable'],
    ['a header and noise', `%PDF-1.7\n${'\x00\xff'.repeat(5000)}`, 'unreadable'],
    [
      'a damaged file without signature',
      '%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\nstartxref\n9999\n%%EOF',
      'not-signed',
    ],
    [
      'a damaged file with something like a signature',
      '%PDF-1.7\n1 0 obj\n<</ByteRange[0 1 2 3]>>\nendobj\n%%EOF',
      'cannot-confirm',
    ],
    [
      'a /Prev that leads back',
      '%PDF-1.7\nxref\n0 0\ntrailer\n<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF',
      'unreadable',
    ],
    [
      'a reference to itself',
      '%PDF-1.7\n1 0 obj\n1 0 R\nendobj\nxref\n1 1\n0000000009 00000 n \ntrailer\n<</Root 1 0 R>>\nstartxref\n31\n%%EOF',
      'not-signed',
    ],
  ])('%s', async (_, text, integrity) => {
    expect((await judge(bytesOf(text))).integrity).toBe(integrity)
  })

  test('fields in a circle end', async () => {
    const { signer } = await testIdentity('EC-P256')
    const { bytes } = await signedPdf(signer, {
      fields: ' 8 0 R',
      objects: { 8: '<</T(a)/Kids[9 0 R]>>', 9: '<</T(b)/Kids[8 0 R 9 0 R 5 0 R]>>' },
    })
    expect((await judge(bytes)).integrity).toBe('intact')
  })
})

test('a huge file is hashed in pieces and never read whole', async () => {
  const { signer } = await testIdentity('EC-P256')
  const filler = 'x'.repeat(40 * 1024 * 1024)
  const { bytes } = await signedPdf(signer, {
    objects: { 4: `<</Length ${filler.length}>>\nstream\n${filler}\nendstream` },
  })
  let read = 0
  const inner = memorySource(bytes, 4 * 1024 * 1024)
  const counting: ByteSource = {
    size: inner.size,
    read: (offset, length) => ((read += length), inner.read(offset, length)),
    stream: (start, end) => inner.stream(start, end),
  }
  expect(await judge(bytes, [], counting)).toMatchObject({ integrity: 'intact' })
  expect(read).toBeLessThan(2 * 1024 * 1024)
})
