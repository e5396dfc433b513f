import { expect, test } from 'vitest'
import type { Written, WriteRequest } from '../../../src/renderer/engine-host/bundle-wire.ts'
import { createJobQueue } from '../../../src/renderer/engine-host/job-queue.ts'
import { withZipKnown } from '../../../src/renderer/features/bundle/learn-zip.ts'
import { printPaper, papersOf } from '../../../src/renderer/features/bundle/print-papers.ts'
import { saveBundle, type SaveForm } from '../../../src/renderer/features/bundle/save-bundle.ts'
import {
  type LearntZip,
  learntZipOf,
  type StoredBundle,
} from '../../../src/renderer/register/bundle-records.ts'
import type { Services } from '../../../src/renderer/services.ts'
import { aBundle } from '../register/built-things.ts'

const found: LearntZip = {
  bytes: 7,
  sha256: 'cd'.repeat(32),
  sm3: 'ef'.repeat(32),
  sheet: { contentId: 'a-sheet', bytes: 5 },
}

/** A window over one stored bundle whose ZIP nobody knows; the engine finds `found` wherever it works one out. */
function aWindow(refuse?: Error) {
  const log: string[] = []
  let bundle: StoredBundle = aBundle({ zip: { name: 'a.zip' }, papers: [] })
  const writes: WriteRequest[] = []
  const register = {
    bundles: {
      get: () => Promise.resolve(bundle),
      learn: (_id: string, { sheet, ...digests }: LearntZip) => {
        log.push('learn')
        if (refuse) return Promise.reject(refuse)
        const papers = [{ kind: 'hand-over' as const, pages: 1, ...sheet }]
        bundle = { ...bundle, zip: { name: bundle.zip.name, ...digests }, papers }
        return Promise.resolve(bundle)
      },
    },
    contents: {
      open: (id: string) => Promise.resolve({ bytes: 5, stream: () => [], id }),
      removeUnused: (ids: string[]) => Promise.resolve(void log.push(`remove ${ids.join()}`)),
    },
  }
  const sink = { name: 'a.zip', grant: 'g', abort: () => Promise.resolve() }
  const services = {
    session: { register: () => register },
    jobs: createJobQueue({ newId: () => crypto.randomUUID() }),
    engine: {
      workOutZip: () => Promise.resolve(void log.push('work out')).then(() => found),
      writeBundle: (request: WriteRequest): Promise<Written> => {
        writes.push(request)
        log.push('write')
        const works = request.forms.includes('zip') && !request.zip
        return Promise.resolve(works ? { learnt: found } : {})
      },
    },
    platform: {
      saveFile: () => Promise.resolve(sink),
      saveFolder: () => Promise.resolve(sink),
      print: ({ bytes }: { bytes: number }) => Promise.resolve(void log.push(`print ${bytes}`)),
    },
  } as unknown as Services
  const first = bundle
  return {
    services,
    log,
    writes,
    bundle: () => bundle,
    save: (form: SaveForm) => saveBundle(services, first, form),
  }
}

test('what the first ZIP is, the register learns after it was written; the next writing is told', async () => {
  const { save, log, writes, bundle } = aWindow()
  // Both are asked for at once, by a list that knows nothing yet.
  const [one, two] = await Promise.all([save('zip'), save('all')])
  expect(log).toEqual(['write', 'learn', 'write'])
  expect(writes.map(({ zip }) => zip)).toEqual([undefined, found])
  expect(learntZipOf(bundle())).toEqual(found)
  expect([one?.notStored, two?.notStored]).toEqual([undefined, undefined])
})

test.each(['pdf', 'disc'] as const)('%s alone teaches nothing', async (form) => {
  const { save, log } = aWindow()
  await save(form)
  expect(log).toEqual(['write'])
})

test('a file that was saved stays saved when the register cannot learn; its sheet goes', async () => {
  const full = new Error('full')
  const { save, log } = aWindow(full)
  expect(await save('zip')).toMatchObject({ name: 'a.zip', notStored: full })
  expect(log).toEqual(['write', 'learn', 'remove a-sheet'])
})

test('the sheet is made once when it is wanted twice before there is a ZIP, and then printed', async () => {
  const { services, log, bundle } = aWindow()
  const first = bundle()
  const [sheet] = papersOf(first)
  expect(sheet).toEqual({ kind: 'hand-over', pages: 1 })
  const how = { name: '移交单', copies: 1, sides: 'single' } as const
  await Promise.all([printPaper(services, first, sheet!, how), printPaper(services, first, sheet!, how)])
  expect(log).toEqual(['work out', 'learn', 'print 5', 'print 5'])
  expect(papersOf(bundle())[0]).toMatchObject({ kind: 'hand-over', contentId: 'a-sheet' })
  expect(await withZipKnown(services, bundle(), 'x')).toBe(bundle())
})

test('a sheet that could not be stored is not printed', async () => {
  const { services, log, bundle } = aWindow(new Error('full'))
  const how = { name: '移交单', copies: 1, sides: 'single' } as const
  await expect(printPaper(services, bundle(), papersOf(bundle())[0]!, how)).rejects.toThrow('full')
  expect(log).toEqual(['work out', 'learn', 'remove a-sheet'])
})
