import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { asicManifest } from '../../../src/engine/container/asic-manifest.ts'
import type { Bytes } from '../../../src/engine/ports.ts'
import { buildCades } from '../../../src/engine/signing/cades.ts'
import { readAsicManifest } from '../../../src/engine/verification/asic-manifest.ts'
import { readBag } from '../../../src/engine/verification/bag.ts'
import { verifyFolder } from '../../../src/engine/verification/folder.ts'
import type { VerificationReport } from '../../../src/engine/verification/report.ts'
import { parseStrictXml } from '../../../src/engine/verification/xml-strict.ts'
import { testIdentity, toPem } from '../../builders/identities.ts'
import { type Files, signedBundle, strangerOptions, treeOf } from '../../builders/verify-bundle.ts'

const text = (value: string): Bytes => new TextEncoder().encode(value)
const string = (bytes: Bytes | undefined): string => new TextDecoder().decode(bytes)
const sha256 = (bytes: Uint8Array): Bytes => new Uint8Array(createHash('sha256').update(bytes).digest())
const manifestPath = 'META-INF/ASiCManifest001.xml'

let genuine: Files
let copy: Bytes
beforeAll(async () => {
  ;({ files: genuine, copy } = await signedBundle((await testIdentity('EC-P256')).signer))
})

/** The bundle as a maker would sign it who got something wrong: tag manifest, signed list and signature are right. */
async function signedAnew(change: (files: Files) => void, rewrite = (xml: string) => xml): Promise<Files> {
  const files = new Map(genuine)
  change(files)
  const isTag = (path: string) => !path.startsWith('data/') && !path.startsWith('META-INF/')
  const tags = [...files].filter(([path]) => isTag(path) && path !== 'tagmanifest-sha256.txt')
  files.set(
    'tagmanifest-sha256.txt',
    text(tags.map(([path, bytes]) => `${Buffer.from(sha256(bytes)).toString('hex')}  ${path}\n`).join('')),
  )
  const listed = [...files].filter(([path]) => path !== 'mimetype' && !path.startsWith('META-INF/'))
  const xml = asicManifest(
    listed.map(([path, bytes]) => ({ path, mediaType: 'text/plain', sha256: sha256(bytes) })),
  )
  const manifest = text(rewrite(string(xml)))
  files.set(manifestPath, manifest)
  const { signer } = await testIdentity('EC-P256')
  const request = { signer, messageDigest: sha256(manifest), profile: 'cades' as const }
  files.set(
    'META-INF/signature001.p7s',
    await buildCades({ ...request, signingTime: new Date('2026-11-22T06:00:00Z') }),
  )
  return files
}

const verify = (files: Files) => verifyFolder(treeOf(files), strangerOptions())
const errorsOf = (report: VerificationReport): string[] =>
  report.findings
    .filter(({ severity }) => severity === 'error')
    .map(({ code, subject }) => `${code} ${subject}`)
const edit = (path: string, change: (value: string) => string) => (files: Files) =>
  void files.set(path, text(change(string(files.get(path)))))
interface LooseIndex {
  files: Record<string, unknown>[]
  draft?: boolean
  disc?: unknown
}
const editIndex = (change: (index: LooseIndex) => void) =>
  edit('dossier.json', (json) => {
    const index = JSON.parse(json) as LooseIndex
    change(index)
    return JSON.stringify(index)
  })

describe('a signed bundle whose lists contradict one another', () => {
  it('is intact when nothing is wrong with them', async () => {
    expect((await verify(await signedAnew(() => undefined))).integrity).toBe('intact')
  })

  const first = 'data/00_bundle_CASE1_01.pdf'
  const entry = (index: LooseIndex) => index.files[0]!
  const wrongs: Record<string, [(files: Files) => void, string]> = {
    'a wrong count of the payload': [
      edit('bag-info.txt', (info) => info.replace(/(Payload-Oxum: \d+)\.3/, '$1.4')),
      'bag.payload-count bag-info.txt',
    ],
    'a manifest without one file': [
      edit('manifest-sha512.txt', (list) => list.replace(/^.*\n/, '')),
      `bag.not-listed ${first}`,
    ],
    'a wrong digest in a manifest': [
      edit('manifest-sha512.txt', (list) => list.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))),
      'container.list-disagrees manifest-sha512.txt',
    ],
    'a wrong SM3 in the checksums': [
      edit('checksums.sm3', (list) => list.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))),
      'container.list-disagrees checksums.sm3',
    ],
    'a broken line in the checksums': [
      edit('checksums.sha256', (list) => `x${list}`),
      'bag.line checksums.sha256',
    ],
    'an index without one file': [
      editIndex((index) => index.files.shift()),
      'container.index-disagrees dossier.json',
    ],
    'a wrong length in the index': [
      editIndex((index) => (entry(index)['bytes'] = 1)),
      'container.index-disagrees dossier.json',
    ],
    'a wrong digest in the index': [
      editIndex((index) => (entry(index)['sm3'] = '0'.repeat(64))),
      'container.index-disagrees dossier.json',
    ],
    'an index without digests': [
      editIndex((index) => delete entry(index)['sha256']),
      'container.index-unreadable dossier.json',
    ],
    'an index of another format': [
      edit('dossier.json', () => '{"files":[]}'),
      'container.index-unreadable dossier.json',
    ],
    'an index that is no JSON': [edit('dossier.json', () => '{'), 'container.index-unreadable dossier.json'],
    'files still to be fetched': [(files) => files.set('fetch.txt', text('')), 'bag.fetch fetch.txt'],
    'a path this format does not allow': [
      (files) => files.set('data/a/b/c.txt', text('x')),
      'container.unsafe-name data/a/b/c.txt',
    ],
    'no merged PDF': [
      (files) => {
        files.set('data/other.pdf', files.get(first)!)
        files.delete(first)
      },
      'container.pdf-missing ',
    ],
  }
  it.each(Object.entries(wrongs))('%s', async (_, [change, expected]) => {
    const report = await verify(await signedAnew(change))
    expect(report.integrity).toBe('changed')
    expect(errorsOf(report)).toContain(expected)
  })

  it('another certificate than the signer’s', async () => {
    const { certificate } = await testIdentity('RSA-3072')
    const report = await verify(
      await signedAnew((files) => files.set('signer.pem.txt', text(toPem(certificate)))),
    )
    expect(errorsOf(report)).toEqual(['container.certificate-differs signer.pem.txt'])
    expect(report.integrity).toBe('cannot-confirm')
  })

  it('says that a draft is a draft', async () => {
    const report = await verify(await signedAnew(editIndex((index) => (index.draft = true))))
    expect(report).toMatchObject({ integrity: 'intact', details: { draft: true } })
    expect(report.findings.map(({ code }) => code)).toContain('container.draft')
  })

  it('accepts the optional files of version 1', async () => {
    const report = await verify(
      await signedAnew((files) => files.set('verify.html', text('<p>')).set('custody.jsonl', text('{}\n'))),
    )
    expect(report.integrity).toBe('intact')
  })

  it.each([
    [
      'lists a file twice',
      (xml: string) => xml.replace(/( {2}<asic:DataObjectReference[\s\S]*?Reference>\n)/, '$1$1'),
    ],
    ['hides a slash', (xml: string) => xml.replace('data/00', 'data%2F00')],
    ['has text between its elements', (xml: string) => xml.replace('  <asic:Data', 'x<asic:Data')],
    ['has an attribute nobody knows', (xml: string) => xml.replace('URI="VERIFY', 'Id="x" URI="VERIFY')],
    ['has a short digest', (xml: string) => xml.replace(/(<ds:DigestValue>)[^<]*/, '$1AAAA')],
    ['has a document type', (xml: string) => xml.replace('<asic:ASiC', '<!DOCTYPE x><asic:ASiC')],
  ])('is refused when the signed list %s', async (_, rewrite) => {
    const report = await verify(await signedAnew(() => undefined, rewrite))
    expect(report.integrity).toBe('changed')
    expect(errorsOf(report)).toContain(`container.manifest-unreadable ${manifestPath}`)
  })

  it('decodes a name in the signed list once and only once', async () => {
    const report = await verify(
      await signedAnew(
        () => undefined,
        (xml) => xml.replace('"VERIFY.txt"', '"VERIFY%252Etxt"'),
      ),
    )
    expect(errorsOf(report)).toContain('container.file-renamed VERIFY%2Etxt')
  })
})

describe('the files on top of a disc that the index lists', () => {
  const prefix = '90_electronic_file_do_not_change/'
  const onTop: Files = new Map([
    ['01_table_of_evidence.pdf', text('table')],
    ['03_read_me.txt', text('note')],
  ])
  async function disc(change: (files: Files) => void = () => undefined): Promise<VerificationReport> {
    const top = new Map([...onTop, ['02_merged_bundle.pdf', copy]] as const)
    const listed = [...top].map(([path, bytes]) => ({
      path,
      sha256: Buffer.from(sha256(bytes)).toString('hex'),
    }))
    const bundle = await signedAnew(editIndex((index) => (index.disc = listed)))
    const files: Files = new Map([
      ...[...bundle].map(([path, bytes]) => [prefix + path, bytes] as const),
      ...top,
    ])
    change(files)
    return verify(files)
  }

  it('are intact as they were made', async () => {
    const report = await disc()
    expect(errorsOf(report)).toEqual([])
    expect(report.integrity).toBe('intact')
  })

  it.each([
    [
      'changed',
      (files: Files) => files.set('03_read_me.txt', text('x')),
      'container.file-changed 03_read_me.txt',
    ],
    ['missing', (files: Files) => files.delete('03_read_me.txt'), 'container.file-missing 03_read_me.txt'],
    ['added', (files: Files) => files.set('setup.exe', text('MZ')), 'container.file-added setup.exe'],
    [
      'renamed',
      (files: Files) => files.set('03.txt', text('note')).delete('03_read_me.txt'),
      'container.file-renamed 03_read_me.txt',
    ],
  ])('show when one is %s', async (_, change, expected) => {
    const report = await disc((files) => void change(files))
    expect(report.integrity).toBe('changed')
    expect(errorsOf(report)).toEqual([expected])
  })
})

describe('reading XML', () => {
  const parse = (xml: string) => parseStrictXml(text(xml))

  it('resolves namespaces, entities of XML and comments', () => {
    const root = parse(
      '\ufeff<?xml version="1.0"?><!-- c --><a:r xmlns:a="n" x="1 &amp; &#x4e2d;"><b xmlns="m">t</b></a:r>',
    )
    expect(root).toMatchObject({ namespace: 'n', name: 'r' })
    expect(root.attributes.get('x')).toBe('1 & 中')
    expect(root.children[0]).toMatchObject({ namespace: 'm', name: 'b', text: 't' })
  })

  it.each([
    '<a x="1" x="2"/>',
    '<a xmlns:p="n" xmlns:q="n" p:x="1" q:x="2"/>',
    '<p:a/>',
    '<a>&nbsp;</a>',
    '<a>&#0;</a>',
    '<a>& </a>',
    '<a><b></a></b>',
    '<a/><b/>',
    '<a',
    'x<a/>',
    '<a/>x',
    '<a>]]></a>',
    '<a><![CDATA[x]]></a>',
    '<?pi x?><a/>',
    '<!DOCTYPE a><a/>',
    '<?xml version="1.0" encoding="UTF-16"?><a/>',
    '<a>\u0001</a>',
    '',
    '<a>'.repeat(20) + '</a>'.repeat(20),
  ])('refuses %j', (xml) => {
    expect(() => parse(xml)).toThrow()
  })

  it('reads the signed lists of other programs', () => {
    const list =
      '<ns2:ASiCManifest xmlns="http://www.w3.org/2000/09/xmldsig#" xmlns:ns2="http://uri.etsi.org/02918/v1.2.1#">' +
      '<ns2:SigReference URI="META-INF/signature.p7s"/><ns2:DataObjectReference URI="%E4%B8%AD.txt" Rootfile="true">' +
      '<DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha512"></DigestMethod>' +
      `<DigestValue>\n ${Buffer.alloc(64).toString('base64')}\n</DigestValue></ns2:DataObjectReference></ns2:ASiCManifest>`
    expect(readAsicManifest(text(list)).references).toMatchObject([
      { path: '中.txt', algorithm: 'sha512', digest: '00'.repeat(64) },
    ])
  })
})

describe('reading a bag', () => {
  const declaration = text('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
  const read = (list: string, name = 'manifest-md5.txt') =>
    readBag(
      new Map([
        ['bagit.txt', declaration],
        [name, text(list)],
      ]),
      new Set(['data/100%.txt']),
    )
  const digest = '0'.repeat(32)

  it('decodes percent signs, and only what RFC 8493 encodes', () => {
    expect([...read(`${digest}  data/100%25.txt\n`)!.manifests[0]!.lines.keys()]).toEqual(['data/100%.txt'])
    expect([...read(`${digest}  data/%7E%0a\n`)!.manifests[0]!.lines.keys()]).toEqual(['data/%7E\n'])
  })

  it('refuses payload in a tag manifest and tag files in a manifest', () => {
    expect(read(`${digest}  bag-info.txt\n`)!.findings.map(({ code }) => code)).toContain('bag.unsafe-path')
    const tags = read(`${digest}  data/x\n`, 'tagmanifest-md5.txt')
    expect(tags!.findings.map(({ code }) => code)).toContain('bag.unsafe-path')
  })

  it('says which lists it cannot judge', () => {
    expect(read('x', 'manifest-whirlpool.txt')!.findings.map(({ code }) => code)).toEqual([
      'bag.unknown-digest',
      'bag.no-manifest',
    ])
  })
})
