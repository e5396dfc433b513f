import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { PayloadFile } from '../../../src/engine/container/container-files.ts'
import { verificationGuides } from '../../../src/engine/container/verification-guide.ts'
import { writeContainer } from '../../builders/container.ts'
import type { Signer } from '../../../src/engine/ports.ts'
import { signerOf } from '../../../src/engine/signing/signer.ts'
import { MemoryFolder, nodeHashing } from '../../builders/byte-ports.ts'
import { containerInput, payloadFile, tagFile } from '../../builders/container.ts'
import { testIdentity, toPem } from '../../builders/identities.ts'
import { hasTool } from '../../judges.ts'

const scratch = mkdtempSync(join(tmpdir(), 'guide-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const facts = {
  pdfPath: 'data/00_bundle_CASE1_01.pdf',
  certificateSha256: 'ab'.repeat(32),
  signerName: '示例签名人',
  selfSigned: true,
  throwAway: false,
  draft: false,
}
const textOf = (name: string, given = facts): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    verificationGuides(given).find(({ path }) => path === name)!.bytes,
  )

/** The commands of a section, as somebody would copy them. */
function commandsOf(section: string): string[] {
  const [, body = ''] = textOf('VERIFY.txt').split(new RegExp(`\\d\\. ${section}.*\\r\\n`))
  const [own = ''] = body.split(/\r\n\d\. /)
  return own
    .split('\r\n')
    .filter((line) => line.startsWith('    '))
    .map((line) => line.trim())
}

async function caSigner(): Promise<Signer> {
  const at = (name: string) => join(scratch, name)
  const run = (...args: string[]) => execFileSync('openssl', args, { cwd: scratch, stdio: 'pipe' })
  run(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-subj',
    '/CN=Test CA',
  )
  run('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'leaf.key', '-out', 'leaf.csr', '-subj', '/CN=Leaf')
  writeFileSync(at('ext.txt'), 'basicConstraints=CA:FALSE\nkeyUsage=digitalSignature,nonRepudiation\n')
  run(
    ...['x509', '-req', '-in', 'leaf.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'],
    ...['-days', '900', '-extfile', 'ext.txt', '-outform', 'DER', '-out', 'leaf.der'],
  )
  run('pkcs8', '-topk8', '-nocrypt', '-in', 'leaf.key', '-outform', 'DER', '-out', 'leaf.p8')
  run('x509', '-in', 'ca.pem', '-outform', 'DER', '-out', 'ca.der')
  const key = await crypto.subtle.importKey(
    'pkcs8',
    readFileSync(at('leaf.p8')),
    { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  return signerOf(key, new Uint8Array(readFileSync(at('leaf.der'))), [
    new Uint8Array(readFileSync(at('ca.der'))),
  ])
}

async function unpackedBundle(
  name: string,
  signer: Signer,
  originals: readonly PayloadFile[] = [],
): Promise<string> {
  const base = containerInput(signer)
  const input = { ...base, payload: [...base.payload, ...originals] }
  const tagFiles = [
    ...input.tagFiles.filter(({ path }) => !/VERIFY|核验|signer/.test(path)),
    tagFile('signer.pem.txt', [signer.certificate, ...signer.chain].map(toPem).join('')),
    ...verificationGuides(facts),
  ]
  const output = new MemoryFolder()
  const context = { hashing: nodeHashing, signal: new AbortController().signal, report: () => undefined }
  // Now, because openssl judges certificates by the clock of this machine.
  const createdAt = new Date()
  await writeContainer({ ...input, tagFiles, createdAt }, { folder: { output, prefix: '' } }, context)
  const root = join(scratch, name)
  output.files.delete('02_合并卷.pdf')
  for (const [path, bytes] of output.files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), bytes)
  }
  return root
}

const onWindows = commandsOf('Windows')
const sevenZip = onWindows
  .find((command) => command.includes('-thash'))!
  .replace(String.raw`"C:\Program Files\7-Zip\7z.exe"`, '7z')

/** 7-Zip learned to test hash lists with version 21. */
function sevenZipReadsHashLists(): boolean {
  if (!hasTool('7z')) return false
  const [, version = '0'] = /7-Zip[^\d]*(?:\[\d+\] )?(\d+)\./.exec(execFileSync('7z', ['i']).toString()) ?? []
  return Number(version) >= 21
}

function run(root: string, command: string): string {
  try {
    return execFileSync('sh', ['-c', `${command} 2>&1`], {
      cwd: root,
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    }).toString()
  } catch (error) {
    return `FAILED ${(error as { stdout: Buffer }).stdout.toString()}`
  }
}

describe('the verification guides', () => {
  it('have a byte order mark, CRLF only, and the same commands in both languages', () => {
    const [zh, en] = [textOf('核验说明.txt'), textOf('VERIFY.txt')]
    for (const text of [zh, en]) {
      expect(text.startsWith('\ufeff')).toBe(true)
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    }
    const commands = (text: string) => text.split('\r\n').filter((line) => line.startsWith('    '))
    expect(commands(zh)).toEqual(commands(en))
    expect(commands(zh).length).toBeGreaterThan(15)
  })

  it('say when it is a draft, and what a self-made certificate is worth', () => {
    expect(textOf('核验说明.txt', { ...facts, draft: true })).toContain('草稿')
    expect(textOf('VERIFY.txt', { ...facts, draft: true })).toContain('DRAFT')
    expect(textOf('核验说明.txt')).toContain('不替代盖章或手写签名')
    expect(textOf('核验说明.txt')).toContain('由提交人自行制作')
    expect(textOf('核验说明.txt', { ...facts, throwAway: true })).toContain('临时证书')
  })

  it.skipIf(!hasTool('openssl') || !hasTool('sha256sum'))(
    'hold commands that pass on a genuine bundle and show every change',
    async () => {
      const signers = {
        rsa: (await testIdentity('RSA-3072')).signer,
        ec: (await testIdentity('EC-P256')).signer,
        ca: await caSigner(),
      }
      for (const [name, signer] of Object.entries(signers)) {
        const root = await unpackedBundle(name, signer)
        const outputs = commandsOf('Linux')
          .filter((command) => !command.startsWith('pdfsig'))
          .map((command) => run(root, command))
        expect(outputs).toHaveLength(7)
        expect(outputs[0]).toMatch(/^(?:\S+.*: OK\n){3}$/)
        expect(outputs[1]).not.toContain('FAILED')
        expect(outputs[2]).toBe('')
        expect(outputs[3]).toContain('CAdES Verification successful')
        expect(outputs[4]).toBe('1\n')
        expect(outputs[5]).toMatch(/sha256 Fingerprint=(?:[0-9A-F]{2}:){31}/)
        expect(outputs[6]).toMatch(/^[0-9a-f]{64} {2}-\n$/)
        if (hasTool('shasum'))
          for (const output of commandsOf('macOS').map((command) => run(root, command)))
            expect(output).not.toContain('FAILED')

        if (sevenZipReadsHashLists()) expect(run(root, sevenZip)).toContain('Everything is Ok')

        const [, , extra, signature, tie] = commandsOf('Linux') as [string, string, string, string, string]
        writeFileSync(join(root, 'data/added.txt'), 'x')
        expect(run(root, extra)).toBe('EXTRA ./data/added.txt\n')
        appendFileSync(join(root, 'tagmanifest-sha256.txt'), '\n')
        expect(run(root, tie)).toContain('FAILED 0')
        appendFileSync(join(root, 'META-INF/ASiCManifest001.xml'), '\n')
        expect(run(root, signature)).toContain('FAILED')
        const libre = commandsOf('macOS').find((command) => command.includes('-nointern'))!
        expect(run(root, libre)).toContain('FAILED')
      }
    },
  )

  const extras = [
    'dossier',
    'META-INF/extra.txt',
    'data/01_权利/E001',
    '.hidden',
    'data/tagmanifest-sha256.txt',
  ]
  const extraOf = (section: string) => commandsOf(section).find((command) => command.includes('EXTRA'))!

  it('show every file that no list names, whatever its name', async () => {
    const root = await unpackedBundle('extra', (await testIdentity('EC-P256')).signer)
    expect(extraOf('Linux')).toBe(extraOf('macOS'))
    expect(run(root, extraOf('Linux'))).toBe('')
    const shown = (command: string) =>
      run(root, command)
        .split('\n')
        .filter((line) => line !== '')
        .sort()
    for (const path of extras) writeFileSync(join(root, path), 'x')
    expect(shown(extraOf('Linux'))).toEqual(extras.map((path) => `EXTRA ./${path}`).sort())
    writeFileSync(join(root, 'bagit.txt\nmimetype'), 'x')
    symlinkSync('bagit.txt', join(root, 'link'))
    expect(shown(extraOf('Linux'))).toHaveLength(extras.length + 2)
    expect(shown(extraOf('Linux'))).toContain('EXTRA ./link')
  })

  it('compute the digest of the list of originals, though one is named like the merged PDF', async () => {
    const originals = [
      payloadFile('data/01_权利/E003_00_bundle_CASE1_01.pdf', Uint8Array.of(1)),
      payloadFile('data/01_权利/00_bundle_CASE1_01.pdf', Uint8Array.of(2)),
      payloadFile('data/00_bundle_CASE1_01xpdf', Uint8Array.of(3)),
    ]
    const { signer } = await testIdentity('EC-P256')
    const root = await unpackedBundle('originals', signer, originals)
    const list = [...containerInput(signer).payload, ...originals]
      .filter(({ path }) => path !== facts.pdfPath)
      .sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)))
      .map(({ sha256, path }) => `${sha256}  ${path}\n`)
    expect(list).toHaveLength(5)
    const digest = createHash('sha256').update(list.join('')).digest('hex')
    const commandOf = (section: string) => commandsOf(section).find((command) => /^awk/.test(command))!
    expect(run(root, commandOf('Linux'))).toBe(`${digest}  -\n`)
    if (hasTool('shasum')) expect(run(root, commandOf('macOS'))).toBe(`${digest}  -\n`)
  })

  it('have the same for Windows PowerShell', async () => {
    const extra = onWindows.find((command) => command.includes('EXTRA'))!
    const originals = onWindows.find((command) => command.includes('-cne'))!
    for (const path of [
      'tagmanifest-sha256.txt',
      'META-INF/ASiCManifest001.xml',
      'META-INF/signature001.p7s',
    ])
      expect(extra).toContain(`'${path}'`)
    expect(originals).toContain(`-cne '${facts.pdfPath}'`)
    // Not a judge of its own: where there is a PowerShell, it must say what the shell says.
    if (!powerShell()) return
    const root = await unpackedBundle('windows', (await testIdentity('EC-P256')).signer)
    const inPowerShell = (command: string) =>
      execFileSync('pwsh', ['-NoProfile', '-Command', command], { cwd: root, encoding: 'utf8' }).trim()
    expect(inPowerShell(extra)).toBe('DONE')
    const shell = commandsOf('Linux').find((command) => /^awk/.test(command))!
    expect(`${inPowerShell(originals)}  -\n`).toBe(run(root, shell))
    for (const path of extras) writeFileSync(join(root, path), 'x')
    expect(inPowerShell(extra).split(/\r?\n/).sort()).toEqual(
      ['DONE', ...extras.map((path) => `EXTRA ${path}`)].sort(),
    )
  })
})

function powerShell(): boolean {
  try {
    execFileSync('pwsh', ['-Version'], { stdio: 'pipe' })
    return true
  } catch {
    return false
  }
}
