import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyContainer } from '../../../src/engine/verification/container.ts'
import { type FileTree, verifyFolder } from '../../../src/engine/verification/folder.ts'
import { memorySource } from '../../builders/byte-ports.ts'
import { strangerOptions } from '../../builders/verify-bundle.ts'
import { suitesFolder } from '../../judges.ts'

const suites = suitesFolder()

function folderOnDisk(root: string): FileTree {
  return {
    async *list() {
      for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
        const path = join(entry.parentPath, entry.name)
        if (!entry.isDirectory())
          yield {
            path: path.slice(root.length + 1),
            size: statSync(path).size,
            isLink: entry.isSymbolicLink(),
          }
      }
    },
    open: async (path) => memorySource(readFileSync(join(root, path))),
  }
}

/** Bags of the conformance suite by kind: valid, invalid, … */
function bags(kind: string): string[] {
  const root = join(suites ?? '', 'bagit')
  return readdirSync(root)
    .filter((version) => version.startsWith('v'))
    .flatMap((version) => {
      const folder = join(root, version, kind)
      try {
        return readdirSync(folder, { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map((entry) => join(version, kind, entry.name))
      } catch {
        return []
      }
    })
}

describe.skipIf(suites === undefined)('the BagIt conformance suite', () => {
  const verify = (bag: string) => verifyFolder(folderOnDisk(join(suites!, 'bagit', bag)), strangerOptions())

  it('passes every valid bag, which no signature protects', async () => {
    expect(bags('valid').length).toBeGreaterThan(20)
    for (const bag of bags('valid')) expect((await verify(bag)).integrity, bag).toBe('not-signed')
  })

  it('refuses every invalid one, also those that are dangerous on one system only', async () => {
    const refused = ['invalid', 'linux-only', 'windows-only'].flatMap(bags)
    expect(refused.length).toBeGreaterThan(20)
    for (const bag of refused) expect((await verify(bag)).integrity, bag).toBe('changed')
  })

  it('has something to say about every doubtful one', async () => {
    for (const bag of bags('warning')) {
      const { findings } = await verify(bag)
      expect(findings.filter(({ code }) => code !== 'container.no-signature').length, bag).toBeGreaterThan(0)
    }
  })
})

/** ASiC-E with CAdES, one signature, made by other programs and not tampered with. */
const genuine = new Set(['827885-asic_cades.zip', 'asice-cades-lta-atst-v3.sce', 'cades-ers.sce'])

describe.skipIf(suites === undefined)('containers of other programs', () => {
  const containers = ['dss', 'libdigidocpp'].flatMap((suite) =>
    readdirSync(join(suites ?? '', suite))
      .filter((name) => /\.(?:asic[es]|sc[es]|zip)$/.test(name))
      .map((name) => join(suite, name)),
  )
  const verify = (name: string) =>
    verifyContainer(memorySource(readFileSync(join(suites!, name))), strangerOptions())

  it('are judged without an exception, and called intact only when all of it was checked', async () => {
    expect(containers.length).toBeGreaterThan(50)
    for (const name of containers) {
      const { integrity } = await verify(name)
      if (genuine.has(name.slice(4))) expect(integrity, name).toBe('intact')
      else expect(integrity, name).not.toBe('intact')
    }
  })

  it.each([
    ['dss/brokenReference.asice', 'changed', 'container.file-changed test.text'],
    ['dss/removedReference.asice', 'changed', 'container.file-missing test.text'],
    ['dss/malformed-container.asice', 'cannot-confirm', 'zip.header-mismatch META-INF/manifest.xml'],
    ['libdigidocpp/asice-relative.asice', 'not-signed', 'container.unsafe-name folder/../test1.txt'],
  ])('%s is %s: %s', async (name, integrity, found) => {
    const report = await verify(name)
    expect(report.integrity).toBe(integrity)
    expect(report.findings.map(({ code, subject }) => `${code} ${subject}`)).toContain(found)
  })
})
