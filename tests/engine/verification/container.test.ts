import { beforeAll, describe, expect, it } from 'vitest'
import type { Bytes } from '../../../src/engine/ports.ts'
import { verifyContainer } from '../../../src/engine/verification/container.ts'
import { verifyFolder } from '../../../src/engine/verification/folder.ts'
import type { VerificationReport } from '../../../src/engine/verification/report.ts'
import { memorySource } from '../../builders/byte-ports.ts'
import { testIdentity } from '../../builders/identities.ts'
import { type Files, pack, signedBundle, strangerOptions, treeOf } from '../../builders/verify-bundle.ts'

let zip: Bytes
let genuine: Files
let copy: Bytes
let certificate: Bytes
beforeAll(async () => {
  const { signer } = await testIdentity('EC-P256')
  certificate = signer.certificate
  ;({ zip, files: genuine, copy } = await signedBundle(signer))
})

const inFolder = (files: Files, options = strangerOptions()) => verifyFolder(treeOf(files), options)
const inZip = (bytes: Bytes, options = strangerOptions()) => verifyContainer(memorySource(bytes), options)
const errorsOf = (report: VerificationReport): string[] =>
  report.findings
    .filter(({ severity }) => severity === 'error')
    .map(({ code, subject }) => `${code} ${subject}`)
const text = (value: string): Bytes => new TextEncoder().encode(value)
const changed = (change: (files: Files) => void): Files => {
  const files = new Map(genuine)
  change(files)
  return files
}
const pdfPath = 'data/00_bundle_CASE1_01.pdf'

describe('a genuine bundle', () => {
  it('is intact as ZIP and as folder, by a signer nobody vouches for, at a time only claimed', async () => {
    for (const report of [await inZip(zip), await inFolder(genuine), await inZip(pack(genuine))]) {
      expect(errorsOf(report)).toEqual([])
      expect(report).toMatchObject({ integrity: 'intact', signer: 'self-signed', time: 'claimed' })
      expect(report.details).toMatchObject({ kind: 'bundle', signerName: '示例签名人', files: genuine.size })
      expect(report.details.signingTime?.toISOString()).toBe('2026-11-22T06:00:00.000Z')
    }
  })

  it('has a trusted signer once the certificate is trusted', async () => {
    const report = await inZip(zip, strangerOptions({ trusted: [certificate] }))
    expect(report).toMatchObject({ integrity: 'intact', signer: 'trusted', findings: [] })
  })

  it('stays intact beside files of the operating system', async () => {
    const names = [
      '.DS_Store',
      'data/Thumbs.db',
      'data/01_权利/._E001.jpg',
      'META-INF/.DS_Store',
      'desktop.ini',
    ]
    const report = await inFolder(changed((files) => names.forEach((name) => files.set(name, text('x')))))
    expect(report.integrity).toBe('intact')
    expect(
      report.findings.filter(({ code }) => code === 'container.system-file').map((f) => f.subject),
    ).toEqual(names)
    const zipped = await inZip(pack(changed((files) => files.set('data/Thumbs.db', text('x')))))
    expect(zipped.integrity).toBe('changed')
  })

  it('may be found with decomposed names, as some file systems store them', async () => {
    const files = new Map([...genuine].map(([path, bytes]) => [path.normalize('NFD'), bytes]))
    expect((await inFolder(files)).integrity).toBe('intact')
  })
})

describe('any single change shows, and says which file', () => {
  it('one byte, in any file', async () => {
    for (const [path, bytes] of genuine)
      for (const at of [0, bytes.length >> 1, bytes.length - 1]) {
        const files = changed((all) =>
          all.set(
            path,
            bytes.map((byte, n) => (n === at ? byte ^ 1 : byte)),
          ),
        )
        for (const report of [await inFolder(files), await inZip(pack(files))]) {
          expect(report.integrity, `${path} at ${at}`).toMatch(/changed|cannot-confirm/)
          expect(errorsOf(report).join('\n'), `${path} at ${at}`).toContain(path)
        }
      }
  })

  it('a missing file', async () => {
    for (const path of genuine.keys()) {
      const report = await inFolder(changed((files) => files.delete(path)))
      expect(report.integrity, path).toBe('changed')
      expect(errorsOf(report), path).toContain(`container.file-missing ${path}`)
    }
  })

  it('a renamed file', async () => {
    for (const [path, bytes] of genuine) {
      const renamed = path.replace(/(\.?[^./]*)$/, '_$1')
      const report = await inFolder(
        changed((files) => {
          files.delete(path)
          files.set(renamed, bytes)
        }),
      )
      expect(report.integrity, path).toBe('changed')
      expect(errorsOf(report).join('\n'), path).toContain(path)
      if (!path.startsWith('META-INF'))
        expect(report.findings).toContainEqual(
          expect.objectContaining({ code: 'container.file-renamed', subject: path, facts: { to: renamed } }),
        )
    }
  })

  it('an added file, wherever it lies', async () => {
    for (const path of [
      'added.txt',
      'data/added.txt',
      'data/01_权利/added.txt',
      'META-INF/added.xml',
      'META-INF/signature002.p7s',
    ]) {
      const report = await inFolder(changed((files) => files.set(path, text('x'))))
      expect(report.integrity, path).toBe('changed')
      const code = path.startsWith('META-INF/') ? 'container.unlisted-meta-inf' : 'container.file-added'
      expect(errorsOf(report), path).toContain(`${code} ${path}`)
    }
  })

  it('two files that were exchanged', async () => {
    const [first, second] = ['checksums.sha256', 'checksums.sm3'] as const
    const report = await inFolder(
      changed((files) => {
        files.set(first, genuine.get(second)!)
        files.set(second, genuine.get(first)!)
      }),
    )
    expect(errorsOf(report)).toEqual(
      expect.arrayContaining([`container.file-changed ${first}`, `container.file-changed ${second}`]),
    )
  })

  it('two names that one file system cannot tell apart', async () => {
    const report = await inFolder(changed((files) => files.set('data/00_BUNDLE_CASE1_01.pdf', text('x'))))
    expect(report.integrity).toBe('changed')
    expect(errorsOf(report)).toContain('container.name-collision data/00_BUNDLE_CASE1_01.pdf')
  })

  it('a link in place of a file', async () => {
    const report = await verifyFolder(treeOf(genuine, [pdfPath]), strangerOptions())
    expect(report.integrity).toBe('changed')
    expect(errorsOf(report)).toContain(`container.link ${pdfPath}`)
  })

  it('a flipped byte anywhere in the ZIP', async () => {
    for (let at = 0; at < zip.length; at += at < 25_000 ? 97 : 1009) {
      const report = await inZip(zip.map((byte, n) => (n === at ? byte ^ 0x10 : byte)))
      expect(report.integrity, `byte ${at}`).not.toBe('intact')
      expect(errorsOf(report), `byte ${at}`).not.toEqual([])
    }
  })

  it('bytes in front of the ZIP or behind it, and a truncated one', async () => {
    expect((await inZip(new Uint8Array([77, 90, ...zip]))).integrity).toBe('changed')
    expect((await inZip(new Uint8Array([...zip, 0]))).integrity).toBe('changed')
    expect((await inZip(zip.slice(0, -1))).integrity).toBe('unreadable')
  })
})

describe('signed lists that were tampered with', () => {
  const manifestPath = 'META-INF/ASiCManifest001.xml'
  const rewritten = (change: (xml: string) => string): Files =>
    changed((files) =>
      files.set(manifestPath, text(change(new TextDecoder().decode(genuine.get(manifestPath))))),
    )

  it.each([
    [
      'a file left out',
      (xml: string) => xml.replace(/ {2}<asic:DataObjectReference URI="VERIFY[\s\S]*?Reference>\n/, ''),
    ],
    [
      'a file listed twice',
      (xml: string) => xml.replace(/( {2}<asic:DataObjectReference[\s\S]*?Reference>\n)/, '$1$1'),
    ],
    [
      'a document type',
      (xml: string) =>
        xml.replace('<asic:ASiCManifest', '<!DOCTYPE x [<!ENTITY e "x">]>\n<asic:ASiCManifest'),
    ],
    ['an entity', (xml: string) => xml.replace('VERIFY.txt', 'VERIFY&e;txt')],
    ['a stylesheet', (xml: string) => xml.replace('<asic:ASiC', '<?xml-stylesheet href="x"?><asic:ASiC')],
    ['CDATA', (xml: string) => xml.replace(/(<ds:DigestValue>)([^<]*)/, '$1<![CDATA[$2]]>')],
    ['a name encoded twice', (xml: string) => xml.replace('VERIFY.txt', 'VERIFY%252Etxt')],
    ['a path out of the container', (xml: string) => xml.replace('"VERIFY.txt"', '"../VERIFY.txt"')],
    ['an encoded slash', (xml: string) => xml.replace('data/00', 'data%2F00')],
    ['an absolute reference', (xml: string) => xml.replace('"VERIFY.txt"', '"file:///VERIFY.txt"')],
    [
      'another digest algorithm',
      (xml: string) =>
        xml.replace('xmlenc#sha256', 'xmldsig#sha1').replace('2001/04/xmldsig', '2000/09/xmldsig'),
    ],
    ['a transform', (xml: string) => xml.replace('<ds:DigestMethod', '<ds:Transforms/><ds:DigestMethod')],
    ['another namespace', (xml: string) => xml.replace('v1.2.1', 'v1.2.2')],
    ['text between the elements', (xml: string) => xml.replace('  <asic:Data', 'x<asic:Data')],
    ['another signature file', (xml: string) => xml.replace('signature001', 'signature002')],
    ['white space', (xml: string) => xml.replace('/>', ' />')],
  ])('%s', async (_, change) => {
    const files = rewritten(change)
    expect(files.get(manifestPath)).not.toEqual(genuine.get(manifestPath))
    const report = await inFolder(files)
    expect(report.integrity).toBe('changed')
    expect(errorsOf(report).join('\n')).toContain('META-INF/')
  })

  it('a second signed list', async () => {
    const report = await inFolder(
      changed((files) => files.set('META-INF/ASiCManifest002.xml', genuine.get(manifestPath)!)),
    )
    expect(errorsOf(report)).toContain('container.signatures-several ')
    expect(report.integrity).toBe('changed')
  })

  it('no signature left at all', async () => {
    const report = await inFolder(
      changed((files) => {
        for (const path of genuine.keys()) if (path.startsWith('META-INF/')) files.delete(path)
      }),
    )
    expect(report).toMatchObject({ integrity: 'changed', signer: 'none', time: 'none' })
    expect(errorsOf(report)).toContain('container.file-missing META-INF/signature001.p7s')
  })

  it.each([
    [
      'mimetype not first',
      (files: Files) =>
        new Map([...files].sort(([a], [b]) => (a === 'mimetype' ? 1 : b === 'mimetype' ? -1 : 0))),
    ],
    ['another mimetype', (files: Files) => new Map(files).set('mimetype', text('application/zip'))],
  ])('%s', async (_, change) => {
    const report = await inZip(pack(change(genuine)))
    expect(report.integrity).toBe('changed')
    expect(errorsOf(report)).toContain('container.mimetype mimetype')
  })
})

describe('the PDF inside', () => {
  const judged = (
    integrity: 'changed' | 'not-signed' | 'cannot-confirm' | 'unreadable',
    signers: string[] = [],
  ) =>
    strangerOptions({
      verifyPdf: async () => ({
        integrity,
        signer: 'none',
        time: 'none',
        findings: [],
        signatures: signers as never[],
      }),
    })

  it('spoils the bundle when its own signature does not hold', async () => {
    expect((await inZip(zip, judged('changed'))).integrity).toBe('changed')
    expect((await inZip(zip, judged('not-signed'))).integrity).toBe('cannot-confirm')
    expect((await inZip(zip, judged('cannot-confirm'))).integrity).toBe('cannot-confirm')
    const report = await inZip(zip, judged('unreadable'))
    expect(report.integrity).toBe('cannot-confirm')
    expect(errorsOf(report)).toContain(`container.pdf-not-confirmed ${pdfPath}`)
  })

  it('is noticed when somebody else signed it', async () => {
    const stranger = { certificateSha256: '00'.repeat(32) }
    const report = await inZip(
      zip,
      strangerOptions({
        verifyPdf: async () => ({
          integrity: 'intact',
          signer: 'self-signed',
          time: 'claimed',
          findings: [],
          signatures: [stranger as never],
        }),
      }),
    )
    expect(errorsOf(report)).toEqual([`container.certificate-differs ${pdfPath}`])
  })
})

describe('a disc folder', () => {
  const prefix = '90_电子卷_请勿改动/'
  const disc = (change: (files: Files) => void = () => undefined): Files => {
    const files: Files = new Map([...genuine].map(([path, bytes]) => [prefix + path, bytes]))
    files.set('01_证据目录.pdf', text('%PDF-1.7 table'))
    files.set('02_合并卷.pdf', copy)
    files.set('03_说明.txt', text('note'))
    change(files)
    return files
  }

  it('is intact, and says what no signature covers', async () => {
    const report = await inFolder(disc())
    expect(errorsOf(report)).toEqual([])
    expect(report.integrity).toBe('intact')
    expect(report.findings.map(({ code, subject }) => `${code} ${subject}`)).toContain(
      'disc.not-covered 03_说明.txt',
    )
  })

  it.each([
    [
      'a changed copy',
      (files: Files) => files.set('02_合并卷.pdf', text('%PDF-1.7 other')),
      'disc.copy-changed 02_合并卷.pdf',
    ],
    [
      'a missing copy',
      (files: Files) => files.delete('02_合并卷.pdf'),
      'container.file-missing 02_合并卷.pdf',
    ],
    [
      'an added file',
      (files: Files) => files.set('04_more.pdf', text('x')),
      'container.file-added 04_more.pdf',
    ],
    [
      'a changed original',
      (files: Files) => files.set(`${prefix}data/02_损失/E002_台账.csv`, text('x')),
      'container.file-changed data/02_损失/E002_台账.csv',
    ],
  ])('shows %s', async (_, change, expected) => {
    const report = await inFolder(disc((files) => void change(files)))
    expect(report.integrity).toBe('changed')
    expect(errorsOf(report)).toContain(expected)
  })
})

describe('what is no bundle', () => {
  it('is called what it is', async () => {
    expect((await inFolder(new Map([['a.txt', text('x')]]))).integrity).toBe('not-signed')
    expect((await inFolder(new Map())).integrity).toBe('not-signed')
    expect((await inZip(pack(new Map([['a.txt', text('x')]])))).integrity).toBe('not-signed')
    expect((await inZip(text('not a ZIP'))).integrity).toBe('unreadable')
    expect((await inZip(new Uint8Array(0))).integrity).toBe('unreadable')
  })

  it('is not read beyond the limits', async () => {
    const few = strangerOptions({ limits: { maxEntries: 3, maxBytes: 2 ** 30, maxRatio: 200 } })
    const small = strangerOptions({ limits: { maxEntries: 100, maxBytes: 10, maxRatio: 200 } })
    for (const options of [few, small])
      for (const report of [await inZip(zip, options), await inFolder(genuine, options)])
        expect(report.integrity).toBe('cannot-confirm')
  })

  it('stops when told to', async () => {
    const stop = new AbortController()
    stop.abort()
    await expect(inFolder(genuine, strangerOptions({ signal: stop.signal }))).rejects.toThrow(/abort/i)
  })

  it('reports a file that cannot be read', async () => {
    const tree = treeOf(genuine)
    const failing = {
      ...tree,
      open: async (path: string) => {
        if (path.endsWith('.jpg')) throw Object.assign(new Error('bad sector'), { code: 'EIO' })
        return tree.open(path)
      },
    }
    const report = await verifyFolder(failing, strangerOptions())
    expect(report.integrity).toBe('cannot-confirm')
    expect(report.findings).toContainEqual(
      expect.objectContaining({ code: 'container.file-unreadable', facts: { reason: 'EIO' } }),
    )
  })
})
