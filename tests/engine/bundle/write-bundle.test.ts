import { createHash } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { buildBundle } from '../../../src/engine/bundle/build-bundle.ts'
import { type BundleParts, decodeParts, encodeParts } from '../../../src/engine/bundle/bundle-parts.ts'
import { workOutZip, type ZipFacts } from '../../../src/engine/bundle/work-out-zip.ts'
import { type BundleForm, writeBundle } from '../../../src/engine/bundle/write-bundle.ts'
import { aBuild, made, quietJob } from '../../builders/a-bundle.ts'
import { MemoryFolder, memorySource, nodeHashing } from '../../builders/byte-ports.ts'
import { limits } from '../../builders/cases.ts'

const build = await aBuild()
const { request, content, originals, sha256Of } = build
const { parts, ports } = await made(build)
const readWhileMade = content.opened.splice(0)
const { names } = request.plan
const sha256 = (bytes: Uint8Array | undefined) =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex')
const sm3 = async (bytes: Uint8Array) => {
  const hasher = await nodeHashing.create('sm3')
  hasher.update(bytes)
  return Buffer.from(hasher.digest()).toString('hex')
}

/** Writes into a folder in memory; gives what came there and what was learnt. */
async function written(from: BundleParts, forms: readonly BundleForm[]) {
  content.opened.length = 0
  const output = new MemoryFolder()
  const facts: ZipFacts[] = []
  const learnt = async (found: ZipFacts) => void facts.push(found)
  const verification = await writeBundle(from, forms, { ...ports, output, limits, learnt }, quietJob())
  return { files: output.files, facts, verification, opened: [...content.opened] }
}

const all = ['pdf', 'zip', 'disc', 'hand-over'] as const
const first = await written(parts, all)
const facts = first.facts[0]!
const known = { ...parts, ...facts }

/** As long as the PDF, and something else. */
const anotherPdf = memorySource(new Uint8Array(parts.pdf.size))

/** Without what would show at once that the PDF is another. */
function withoutCrc(from: BundleParts): BundleParts {
  const payload = from.payload.map(({ crc32, ...part }) =>
    part.path === from.pdf.path || crc32 === undefined ? part : { ...part, crc32 },
  )
  return { ...from, payload }
}

describe('a bundle that is made', () => {
  test('says nothing of its ZIP; the original without pages was read once, to prove it', () => {
    expect(parts.zip).toBeUndefined()
    expect(parts.handOver).toBeUndefined()
    expect(readWhileMade.filter((digest) => digest === sha256Of('materials/ledger.csv'))).toHaveLength(1)
  })

  test.each(['materials/ledger.csv', 'materials/letter.pdf'] as const)(
    'is refused when %s has changed, by name',
    async (path) => {
      const bytes = originals[path].slice()
      bytes[bytes.length - 9]! ^= 1
      content.put(sha256Of(path), bytes)
      try {
        await expect(made(build)).rejects.toMatchObject({
          code: 'evidence.changed',
          facts: { name: path },
        })
      } finally {
        content.put(sha256Of(path), originals[path])
      }
    },
  )
})

describe('a first writing', () => {
  test('reads every original once for all forms and says what the ZIP is', async () => {
    expect(first.opened.toSorted()).toEqual(
      Object.keys(originals)
        .map((path) => sha256Of(path as never))
        .toSorted(),
    )
    const zip = first.files.get(names.container)!
    expect(facts.zip).toEqual({ bytes: zip.length, sha256: sha256(zip), sm3: await sm3(zip) })
    expect(first.files.get(names.handOver)).toEqual(facts.handOver)
    expect(first.facts).toHaveLength(1)
  })

  test('gives the bytes the command line gives', async () => {
    const output = new MemoryFolder()
    const { content: store, survey } = build
    await buildBundle(request, { content: store, survey, hashing: nodeHashing, output }, quietJob())
    expect([...output.files.keys()].toSorted()).toEqual([...first.files.keys()].toSorted())
    for (const [path, bytes] of output.files) expect(sha256(first.files.get(path)), path).toBe(sha256(bytes))
  })

  test('leaves nothing when what was learnt cannot be kept', async () => {
    const output = new MemoryFolder()
    const publish = vi.spyOn(output, 'publish')
    const learnt = () => Promise.reject(new Error('full'))
    const writing = writeBundle(parts, ['zip'], { ...ports, output, limits, learnt }, quietJob())
    await expect(writing).rejects.toThrow('full')
    expect(publish).not.toHaveBeenCalled()
    expect(output.files.size).toBe(0)
  })

  test.each([['pdf'], ['disc']] as const)('of %s alone works no ZIP out', async (form) => {
    const { facts: none, files } = await written(parts, [form])
    expect(none).toEqual([])
    expect(files.size).toBeGreaterThan(0)
  })

  test.each([[['hand-over']], [['disc', 'hand-over']]] as const)(
    'of %j works the ZIP out beside it',
    async (forms) => {
      const { facts: found, files, opened } = await written(parts, forms)
      expect(found).toEqual([facts])
      expect(files.get(names.handOver)).toEqual(facts.handOver)
      expect(files.has(names.container)).toBe(false)
      expect(opened).toHaveLength(2)
    },
  )
})

describe('a ZIP that is worked out without being stored', () => {
  test('is the one that is written', async () => {
    expect(await workOutZip(parts, ports, quietJob())).toEqual(facts)
  })

  test('names the PDF when it has changed', async () => {
    const working = workOutZip(withoutCrc(parts), { ...ports, pdf: anotherPdf }, quietJob())
    await expect(working).rejects.toMatchObject({
      code: 'evidence.changed',
      facts: { name: parts.pdf.path },
    })
  })

  test('stops when it is told to', async () => {
    const stop = AbortSignal.abort(new DOMException('stopped', 'AbortError'))
    await expect(workOutZip(parts, ports, quietJob(stop))).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('a later writing', () => {
  test('gives the same bytes, learns nothing, and says so of what lies there', async () => {
    const again = await written(known, all)
    expect(again.facts).toEqual([])
    for (const [path, bytes] of first.files) expect(sha256(again.files.get(path)), path).toBe(sha256(bytes))
    expect(again.verification.zip?.details.sha256).toBe(facts.zip.sha256)
  })

  test('is refused when the ZIP comes out other than it was first', async () => {
    const other = { ...known, zip: { ...facts.zip, sha256: '0'.repeat(64) } }
    const output = new MemoryFolder()
    const writing = writeBundle(other, ['zip'], { ...ports, output, limits }, quietJob())
    await expect(writing).rejects.toMatchObject({
      code: 'bundle.not-identical',
      facts: { name: names.container },
    })
    expect(output.files.size).toBe(0)
  })

  test('is refused when an original has changed since, by name', async () => {
    const path = 'materials/ledger.csv'
    content.put(
      sha256Of(path),
      originals[path].map((byte, index) => (index === 5 ? byte ^ 1 : byte)),
    )
    const name = parts.payload.find((part) => part.sha256 === sha256Of(path))?.path
    try {
      for (const forms of [['zip'], ['disc']] as const) {
        await expect(written(known, forms)).rejects.toMatchObject({
          code: 'evidence.changed',
          facts: { name },
        })
      }
    } finally {
      content.put(sha256Of(path), originals[path])
    }
  })

  test.each([['pdf'], ['zip'], ['disc']] as const)(
    'as %s is refused when the PDF has changed',
    async (form) => {
      const output = new MemoryFolder()
      const writing = writeBundle(
        withoutCrc(known),
        [form],
        { ...ports, pdf: anotherPdf, output, limits },
        quietJob(),
      )
      await expect(writing).rejects.toMatchObject({ code: 'bundle.self-check' })
      expect(output.files.size).toBe(0)
    },
  )
})

describe('parts that are kept', () => {
  test('come back as they were', async () => {
    const back = decodeParts(encodeParts(parts))
    expect(back).toEqual(parts)
    expect((await written(back, ['zip'])).facts).toEqual([facts])
  })

  /** As they were kept while the ZIP was still worked out in the build. */
  const ofVersion1 = (change: (parts: Record<string, unknown>) => void) => {
    const read = JSON.parse(new TextDecoder().decode(encodeParts(known))) as {
      version: number
      parts: Record<string, unknown>
    }
    read.version = 1
    delete read.parts['law']
    change(read.parts)
    return new TextEncoder().encode(JSON.stringify(read))
  }

  test('from an earlier version are written as they were then', async () => {
    const old = decodeParts(ofVersion1(() => undefined))
    const again = await written(old, all)
    expect(again.facts).toEqual([])
    for (const [path, bytes] of first.files) expect(sha256(again.files.get(path)), path).toBe(sha256(bytes))
  })

  test.each(['zip', 'handOver'])('from an earlier version without %s are unreadable', (key) => {
    expect(() => decodeParts(ofVersion1((old) => void delete old[key]))).toThrow(
      expect.objectContaining({ code: 'bundle.parts-unreadable' }),
    )
  })

  test('without the law are unreadable', () => {
    const { law: _law, ...rest } = parts
    expect(() => decodeParts(encodeParts(rest))).toThrow(
      expect.objectContaining({ code: 'bundle.parts-unreadable' }),
    )
  })
})
