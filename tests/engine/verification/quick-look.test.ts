import { beforeAll, describe, expect, it } from 'vitest'
import { openZip } from '../../../src/engine/container/zip-reader.ts'
import type { ByteSource, Bytes } from '../../../src/engine/ports.ts'
import { lookAtSource, lookAtTree } from '../../../src/engine/verification/quick-look.ts'
import { memorySource } from '../../builders/byte-ports.ts'
import { craftZip } from '../../builders/crafted-zip.ts'
import { testIdentity } from '../../builders/identities.ts'
import { signedPdf } from '../../builders/signed-pdf.ts'
import { type Files, pack, signedBundle, strangerOptions, treeOf } from '../../builders/verify-bundle.ts'

let zip: Bytes
let files: Files
let pdf: Bytes
beforeAll(async () => {
  const { signer } = await testIdentity('EC-P256')
  ;({ zip, files } = await signedBundle(signer))
  pdf = (await signedPdf(signer)).bytes
})

const options = { ...strangerOptions(), limits: strangerOptions().limits as never }
const lookAt = (bytes: Uint8Array) => lookAtSource(memorySource(bytes), options)
const changed = (change: (copy: Files) => void): Bytes => {
  const copy = new Map(files)
  change(copy)
  return pack(copy)
}

describe('a quick look', () => {
  it('tells what a bundle is, what it holds and who claims to have signed it', async () => {
    for (const look of [await lookAt(zip), await lookAtTree(treeOf(files), options)]) {
      expect(look).toMatchObject({
        kind: 'bundle',
        list: 'fits',
        missing: [],
        unlisted: [],
        changedLists: [],
        oddities: 0,
        claimed: { name: '示例签名人', signingTime: new Date('2026-11-22T06:00:00Z') },
      })
      expect(new Set(look.files.map(({ path }) => path))).toEqual(new Set(files.keys()))
    }
  })

  it('reads no content: a changed payload looks the same', async () => {
    const path = [...files.keys()].find((name) => name.startsWith('data/01_'))!
    const look = await lookAt(changed((copy) => void copy.set(path, new Uint8Array(files.get(path)!.length))))
    expect(look).toEqual(await lookAt(pack(files)))
    const { entries } = await openZip(memorySource(zip), options.limits)
    const payload = entries.filter(({ name }) => name.startsWith('data/'))
    expect(payload.length).toBeGreaterThan(0)
    const source = memorySource(zip)
    const streamed: [number, number][] = []
    const heard: ByteSource = {
      size: source.size,
      read: (offset, length) => source.read(offset, length),
      stream: (start = 0, end = source.size) => {
        streamed.push([start, end])
        return source.stream(start, end)
      },
    }
    await lookAtSource(heard, options)
    for (const { name, dataOffset, compressedSize } of payload)
      expect(
        streamed.some(([start, end]) => start < dataOffset + compressedSize && dataOffset < end),
        name,
      ).toBe(false)
  })

  it('says which lists are not as they were signed, and what is missing or not listed by its name', async () => {
    const [gone = ''] = [...files.keys()].filter((name) => name.startsWith('data/01_'))
    const look = await lookAt(
      changed((copy) => {
        copy.set('bag-info.txt', new TextEncoder().encode('Source-Organization: somebody else\n'))
        copy.delete(gone)
        copy.set('data/later.txt', new Uint8Array(3))
      }),
    )
    expect(look).toMatchObject({
      list: 'fits',
      changedLists: ['bag-info.txt'],
      missing: [gone],
      unlisted: ['data/later.txt'],
    })
    const other = await lookAt(
      changed((copy) => {
        const path = 'META-INF/ASiCManifest001.xml'
        const text = new TextDecoder().decode(files.get(path)).replace('bag-info', 'bog-info')
        copy.set(path, new TextEncoder().encode(text))
      }),
    )
    expect(other.list).toBe('differs')
  })

  it('takes the signer of a PDF from its signature, whatever became of the pages', async () => {
    const torn = pdf.slice()
    torn.set(new TextEncoder().encode('999'), Buffer.from(pdf).indexOf('Amount: 100') + 8)
    for (const bytes of [pdf, torn])
      expect(await lookAt(bytes)).toMatchObject({
        kind: 'pdf',
        list: 'none',
        claimed: { name: '示例签名人' },
        oddities: 0,
      })
  })

  it('never throws for what the bytes say', async () => {
    const twice = craftZip({ entries: ['a', 'b'].map((content) => ({ name: 'bagit.txt', content })) })
    expect((await lookAt(twice)).oddities).toBeGreaterThan(0)
    expect(await lookAt(new Uint8Array())).toMatchObject({ kind: 'unknown' })
    expect(await lookAt(new TextEncoder().encode('%PDF-1.7 nothing'))).toMatchObject({
      kind: 'pdf',
      oddities: 1,
    })
    for (let cut = 0; cut < zip.length; cut += 997) await lookAt(zip.subarray(0, cut))
  })

  it('has no word for a verdict', async () => {
    expect(Object.keys(await lookAt(zip))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/integrity|signer|time|verdict/)]),
    )
  })
})
