import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { verificationPaper } from '../../../src/engine/documents/verification-paper.ts'
import { verificationJson } from '../../../src/engine/verification/report-json.ts'
import type { VerificationReport } from '../../../src/engine/verification/report.ts'
import { verifySource } from '../../../src/engine/verification/verify.ts'
import { finding } from '../../../src/shared/contract/finding.ts'
import { memorySource } from '../../builders/byte-ports.ts'
import { fonts } from '../../builders/fonts.ts'
import { testIdentity } from '../../builders/identities.ts'
import { temporaryFolder } from '../../builders/temporary-folder.ts'
import { signedBundle, strangerOptions } from '../../builders/verify-bundle.ts'
import { hasTool } from '../../judges.ts'

const folder = await temporaryFolder()
let report: VerificationReport
let der: Uint8Array
beforeAll(async () => {
  const { signer } = await testIdentity('EC-P256')
  const { zip } = await signedBundle(signer)
  der = signer.certificate
  const { verifyCms: _cms, verifyPdf: _pdf, ...options } = strangerOptions()
  report = await verifySource(memorySource(zip), {
    ...options,
    limits: options.limits as never,
    digestOfFile: true,
  })
})

const about = (language: 'zh' | 'en', ownIdentity = false) => ({
  subject: { name: '卷 01.zip', kind: 'file' as const },
  verifiedAt: new Date('2026-12-01T02:03:04.567Z'),
  program: { name: 'Rights Dossier', version: '1.2.3' },
  language,
  ownIdentity,
})

async function textOf(written: VerificationReport, language: 'zh' | 'en'): Promise<string> {
  const path = join(folder, 'report.pdf')
  await writeFile(path, await verificationPaper(written, about(language), fonts))
  return execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).replace(/\s+/g, '')
}

test('a report survives the way between threads, the certificate in it', () => {
  const copy = structuredClone(report)
  expect(copy).toEqual(report)
  expect(copy.details.signingTime).toBeInstanceOf(Date)
  expect(copy.details.certificate).toEqual(der)
  // A view on something larger would take all of that along.
  expect(report.details.certificate?.buffer.byteLength).toBe(der.length)
})

describe('the report as data', () => {
  it('says who verified what and when, and what came out, in words and codes', () => {
    const data = verificationJson(report, about('zh'), 'window')
    expect(data).toMatchObject({
      format: 'rights-dossier/verification',
      version: 1,
      verifiedAt: '2026-12-01T02:03:04Z',
      subject: { name: '卷 01.zip', kind: 'file', sha256: report.details.sha256 },
      signer: 'self-signed',
      signedAt: '2026-11-22T06:00:00Z',
      ownIdentity: false,
    })
    expect(JSON.stringify(data)).not.toContain('undefined')
  })

  it('knows an identity of the register, and never takes changed content for good news', () => {
    const sentence = (integrity: VerificationReport['integrity']) =>
      (
        verificationJson({ ...report, integrity }, about('en', true), 'window')['sentences'] as {
          signer: string
        }
      ).signer
    expect(sentence('intact')).toContain('an identity of this register')
    expect(sentence('changed')).toContain('does not make the present content')
  })

  it('tells people in the window nothing of options of the terminal', () => {
    const found = { ...report, findings: [finding('signer.unknown', 'x', { name: 'y', fingerprint: 'z' })] }
    for (const language of ['zh', 'en'] as const) {
      expect(JSON.stringify(verificationJson(found, about(language), 'window'))).not.toContain('--trust')
      expect(JSON.stringify(verificationJson(found, about(language), 'terminal'))).toContain('--trust')
    }
  })
})

describe.skipIf(!hasTool('pdftotext'))('the report on paper', () => {
  it('says the three verdicts, the digests and what it does not prove, in both languages', async () => {
    const zh = await textOf(report, 'zh')
    for (const words of [
      '核验报告',
      '身份未经证实',
      '这份报告不能证明什么',
      '没有签名，也没有盖章',
      '北京时间2026-12-0110:03',
    ])
      expect(zh).toContain(words)
    expect(zh).toContain(report.details.certificateSha256)
    expect(zh).toContain(report.details.sha256)
    expect(await textOf(report, 'en')).toContain('Whatthisreportdoesnotprove')
  })

  it('prints what strangers wrote, however it was meant', async () => {
    const hostile: VerificationReport = {
      ...report,
      details: { ...report.details, signerName: 'ru\u202efdp.exe 😀\n行' },
      findings: Array.from({ length: 700 }, (_, n) =>
        finding('container.file-added', `data/\u0000${n}\u202e.txt`),
      ),
    }
    const text = await textOf(hostile, 'zh')
    expect(text).toContain('[U+202E]')
    expect(text).toContain('另有500条提示未印出')
  })

  it('is the same for the same input', async () => {
    expect(await verificationPaper(report, about('zh'), fonts)).toEqual(
      await verificationPaper(report, about('zh'), fonts),
    )
  })
})
