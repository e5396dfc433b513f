import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ContainerInput, ContainerOutputs } from '../../../src/engine/container/container-files.ts'
import { writeContainer } from '../../builders/container.ts'
import type { ByteSink } from '../../../src/engine/ports.ts'
import { MemoryFolder, memorySource, MemorySink, nodeHashing } from '../../builders/byte-ports.ts'
import { containerInput, sampleLedger, samplePdf } from '../../builders/container.ts'
import { testIdentity } from '../../builders/identities.ts'
import { hasTool } from '../../judges.ts'

const scratch = mkdtempSync(join(tmpdir(), 'container-'))
afterAll(() => rmSync(scratch, { recursive: true }))
let input: ContainerInput
beforeAll(async () => {
  input = containerInput((await testIdentity('RSA-3072')).signer)
})

const context = () => ({
  hashing: nodeHashing,
  crc32,
  signal: new AbortController().signal,
  report: () => undefined,
})
const prefix = '90_电子卷_请勿改动/'

async function both() {
  const zip = new MemorySink()
  const output = new MemoryFolder()
  const result = await writeContainer(input, { zip, folder: { output, prefix } }, context())
  return { zip: zip.bytes, files: output.files, result }
}

describe('writing a container', () => {
  it('gives the same files as ZIP and as folder, from one reading of each source', async () => {
    let opened = 0
    const counting = {
      ...input,
      payload: input.payload.map((file) => ({ ...file, source: () => (opened++, file.source()) })),
    }
    const zip = new MemorySink()
    const output = new MemoryFolder()
    const outputs: ContainerOutputs = { zip, folder: { output, prefix } }
    const result = await writeContainer(counting, outputs, context())
    expect(opened).toBe(3)
    expect(result.entries).toBe(output.files.size - 1)
    expect(result.zipBytes).toBe(zip.bytes.length)
    expect(result.zipSha256).toBe(createHash('sha256').update(zip.bytes).digest('hex'))
    expect(output.files.get('02_合并卷.pdf')).toEqual(samplePdf)
    expect(output.files.get(`${prefix}data/02_损失/E002_台账.csv`)).toEqual(sampleLedger)
    const path = join(scratch, 'same.zip')
    writeFileSync(path, zip.bytes)
    if (!hasTool('unzip')) return
    for (const [name, bytes] of output.files)
      if (name.startsWith(prefix))
        expect(execFileSync('unzip', ['-p', path, name.slice(prefix.length)], { maxBuffer: 1e8 })).toEqual(
          Buffer.from(bytes),
        )
  })

  it('is the same twice with an RSA identity', async () => {
    expect((await both()).result).toEqual((await both()).result)
  })

  it.skipIf(!hasTool('sha256sum') || !hasTool('openssl') || !hasTool('xmllint'))(
    'is a signed bag to sha256sum, xmllint and openssl, with RSA and with EC',
    async () => {
      for (const keyType of ['RSA-3072', 'EC-P256'] as const) {
        input = containerInput((await testIdentity(keyType)).signer)
        const root = join(scratch, keyType)
        for (const [name, bytes] of (await both()).files) {
          mkdirSync(dirname(join(root, name)), { recursive: true })
          writeFileSync(join(root, name), bytes)
        }
        const run = (command: string) =>
          execFileSync('sh', ['-c', `${command} 2>&1`], { cwd: join(root, prefix) }).toString()
        for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt', 'checksums.sha256'])
          expect(run(`sha256sum -c ${list}`)).not.toContain('FAILED')
        run('sha512sum -c manifest-sha512.txt')
        run('xmllint --noout META-INF/ASiCManifest001.xml')
        expect(
          run(
            'openssl cms -verify -cades -binary -inform DER -in META-INF/signature001.p7s -content META-INF/ASiCManifest001.xml -CAfile signer.pem.txt -partial_chain -purpose any -out /dev/null',
          ),
        ).toContain('CAdES Verification successful')
        const sm3 = run(`openssl dgst -sm3 -r data/00_bundle_CASE1_01.pdf | cut -d' ' -f1`).trim()
        expect(run('cat checksums.sm3')).toContain(`${sm3}  data/00_bundle_CASE1_01.pdf\n`)
      }
    },
  )

  it('puts a single line into bag-info, counts octets and files', async () => {
    const { files } = await both()
    const info = new TextDecoder().decode(files.get(`${prefix}bag-info.txt`))
    const octets = input.payload.reduce((sum, file) => sum + file.size, 0)
    expect(info).toContain(`Payload-Oxum: ${octets}.3\n`)
    expect(info).toContain('External-Description: 侵权证据卷 第一轮\n')
  })

  it('uses a CRC known beforehand instead of a data descriptor', async () => {
    const known = {
      ...input,
      payload: input.payload.map((file) => (file.path.endsWith('.jpg') ? { ...file, crc32: 0 } : file)),
    }
    await expect(writeContainer(known, { zip: new MemorySink() }, context())).rejects.toMatchObject({
      code: 'evidence.changed',
    })
  })

  it.each([
    ['one byte is different', (bytes: Uint8Array) => bytes.map((byte, n) => (n === 7 ? byte ^ 1 : byte))],
    ['it is shorter', (bytes: Uint8Array) => bytes.subarray(1)],
    ['it is longer', (bytes: Uint8Array) => new Uint8Array([...bytes, 0])],
  ])('stops and names the file when an original changed: %s', async (_, change) => {
    const changed = {
      ...input,
      payload: input.payload.map((file) =>
        file.path.endsWith('.pdf') ? { ...file, source: async () => memorySource(change(samplePdf)) } : file,
      ),
    }
    await expect(writeContainer(changed, { zip: new MemorySink() }, context())).rejects.toMatchObject({
      code: 'evidence.changed',
      facts: { name: 'data/00_bundle_CASE1_01.pdf' },
    })
  })

  it.each([
    '../evil',
    'data/a/b/c/d.txt',
    'META-INF/extra.xml',
    'data/CON.txt',
    'data/100%.txt',
    'mimetype',
    'data/a\u202eb.txt',
  ])('refuses the path %s', async (path) => {
    const bad = { ...input, payload: [...input.payload, { ...input.payload[0]!, path }] }
    await expect(writeContainer(bad, {}, context())).rejects.toThrow(RangeError)
  })

  it('waits for a slow sink and stops when cancelled', async () => {
    const stop = new AbortController()
    let inside = 0
    const slow: ByteSink = {
      async write() {
        expect(++inside).toBe(1)
        await new Promise((resolve) => setTimeout(resolve, 1))
        inside--
      },
    }
    await writeContainer(input, { zip: slow }, context())
    const stopping = { ...context(), signal: stop.signal, report: () => stop.abort() }
    await expect(writeContainer(input, { zip: slow }, stopping)).rejects.toThrow(/abort/i)
  })
})
