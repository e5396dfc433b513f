import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../../builders/temporary-folder.ts'
import { browser } from '../../window/harness/browser.ts'
import { dropPaths } from '../../window/harness/drop.ts'
import { cancelPickers, savedFile, savedPaths } from '../../window/harness/pickers.ts'
import type {} from '../../window/shell/in-page.ts'
import { type ServedPlainPage, servePlainPage } from './served-plain-page.ts'

const forBrowser = test.skipIf(!browser)
let served: ServedPlainPage
let context: BrowserContext
let page: Page

beforeAll(async () => {
  if (!browser) return
  served = await servePlainPage()
  context = served.context
})

afterAll(() => served?.stop())

beforeEach(async () => {
  if (!browser) return
  page = await context.newPage()
  await page.goto(served.origin)
  await page.evaluate(async () => {
    const files = await navigator.storage.getDirectory()
    for await (const name of files.keys()) await files.removeEntry(name, { recursive: true })
  })
  return () => page.close()
})

forBrowser('without a bridge the platform is the browser, which lacks nothing', async () => {
  expect(await page.evaluate(() => [window.page.platform.kind, window.page.missing])).toEqual(['browser', []])
  const about = await page.evaluate(() => window.page.platform.about())
  expect(about).toEqual({
    version: '0.0.0',
    runtime: { browser: expect.stringContaining('Chrome') as string },
  })
})

forBrowser('a file is saved byte for byte', async () => {
  const digest = await page.evaluate(() => window.page.save('卷:1.zip', 9_000_001))
  const { createHash } = await import('node:crypto')
  const bytes = await savedFile(page, '卷_1.zip')
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(digest)
})

forBrowser('what was settled or committed is read as it lies on the disk; given up, it is gone', async () => {
  const seen = await page.evaluate(async () => {
    const { platform } = window.page
    const failed = (work: Promise<unknown>) => work.then(String, (error: Error) => error.message)
    const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
    const bytes = new TextEncoder().encode('0123456789')
    const file = await platform.saveFile('a.zip')
    await file?.write(bytes)
    const early = await failed(file!.read(0, 1))
    await file?.settle()
    await file?.settle()
    const settled = [
      text(await file?.read(3, 4)),
      text(await file?.read(8, 100)),
      text(await file?.read(99, 1)),
    ]
    const late = await file!.write(bytes).then(
      () => 'written',
      () => 'refused',
    )
    await file?.commit()
    await file?.abort()
    const committed = text(await file?.read(0, 2))

    const given = await platform.saveFile('b.zip')
    await given?.write(bytes)
    await given?.settle()
    await given?.abort()

    const folder = await platform.saveFolder('案')
    const inside = await folder?.create('data/c.txt')
    await inside?.write(bytes)
    const unwritten = [await failed(folder!.read('data/c.txt', 0, 1)), await failed(folder!.read('x', 0, 1))]
    await inside?.commit()
    const before = text(await folder?.read('data/c.txt', 1, 2))
    await folder?.commit()
    const after = text(await folder?.read('data/c.txt', 7, 9))
    const place = await (await navigator.storage.getDirectory()).getDirectoryHandle('chosen-by-the-person')
    await place.removeEntry('案', { recursive: true })
    const vanished = await failed(folder!.read('data/c.txt', 0, 1))
    return { early, settled, late, committed, unwritten, before, after, vanished }
  })
  expect(seen).toEqual({
    early: 'what was not settled cannot be read',
    settled: ['3456', '89', ''],
    late: 'refused',
    committed: '01',
    unwritten: ['what was not settled cannot be read', 'what was not settled cannot be read'],
    before: '12',
    after: '789',
    vanished: 'output.unreadable {"path":"案/data/c.txt","reason":"NotFoundError"}',
  })
  expect(await savedPaths(page)).toEqual(['a.zip'])
})

forBrowser(
  'the screen stays awake while anybody wants it, and again when the tab is seen again',
  async () => {
    const seen = await page.evaluate(async () => {
      const locks: WakeLockSentinel[] = []
      const request = navigator.wakeLock.request.bind(navigator.wakeLock)
      navigator.wakeLock.request = async (type) => {
        const lock = await request(type)
        locks.push(lock)
        return lock
      }
      const states = async () => {
        await new Promise((resolve) => setTimeout(resolve, 100))
        return locks.map(({ released }) => (released ? 'released' : 'held')).join(' ')
      }
      const { platform } = window.page
      platform.keepAwake(true)
      platform.keepAwake(true)
      platform.keepAwake(false)
      const wanted = await states()
      // The browser takes it away when the tab is hidden.
      await locks[0]?.release()
      document.dispatchEvent(new Event('visibilitychange'))
      const again = await states()
      platform.keepAwake(false)
      const off = await states()
      document.dispatchEvent(new Event('visibilitychange'))
      platform.keepAwake(false)
      const still = await states()
      navigator.wakeLock.request = () => Promise.reject(new DOMException('low battery', 'NotAllowedError'))
      platform.keepAwake(true)
      await states()
      platform.keepAwake(false)
      return { wanted, again, off, still }
    })
    expect(seen).toEqual({
      wanted: 'held',
      again: 'released held',
      off: 'released released',
      still: 'released released',
    })
  },
)

forBrowser('given up or cancelled, nothing is left', async () => {
  await page.evaluate(async () => {
    const sink = await window.page.platform.saveFile('a.zip')
    await sink?.write(new Uint8Array(100_000))
    await sink?.abort()
    const folder = await window.page.platform.saveFolder('案')
    const inside = await folder?.create('a/b.txt')
    await inside?.write(new Uint8Array(100_000))
    await folder?.abort()
  })
  expect(await savedPaths(page)).toEqual([])
  await cancelPickers(page)
  expect(await page.evaluate(() => window.page.save('a.zip', 1))).toBe('cancelled')
  expect(await page.evaluate(() => window.page.saveFolder('案', {}))).toBe('cancelled')
})

forBrowser('a folder is saved with what is in it; a taken name gets a number', async () => {
  const files = { 'case.json': 3, 'evidence/01/a.jpg': 5, 'empty.txt': 0 }
  expect(await page.evaluate((each) => window.page.saveFolder('案', each), files)).toBe('案')
  expect(await page.evaluate((each) => window.page.saveFolder('案', each), { x: 1 })).toBe('案 (2)')
  expect(await savedPaths(page)).toEqual(['案 (2)/x', '案/case.json', '案/empty.txt', '案/evidence/01/a.jpg'])
})

forBrowser('a full disk is said, and nothing half-made is left', async () => {
  const session = await context.newCDPSession(page)
  await session.send('Storage.overrideQuotaForOrigin', { origin: served.origin, quotaSize: 2_000_000 })
  expect(await page.evaluate(() => window.page.save('a.zip', 9_000_000))).toBe(
    'output.disk-full {"path":"a.zip"}',
  )
  expect(await page.evaluate(() => window.page.saveFolder('案', { 'a.bin': 10, 'b.bin': 9_000_000 }))).toBe(
    'output.disk-full {"path":"案/b.bin"}',
  )
  expect(await savedPaths(page)).toEqual([])
  await session.send('Storage.overrideQuotaForOrigin', { origin: served.origin })
})

forBrowser('a name the browser refuses ends in a failure', async () => {
  expect(await page.evaluate(() => window.page.saveFolder('案', { '../x': 1 }))).toBe(
    'output.failed {"path":"案/../x","reason":"TypeError"}',
  )
  expect(await savedPaths(page)).toEqual([])
})

forBrowser('dropped folders come with everything below them, system leftovers told', async () => {
  const folder = await temporaryFolder()
  for (const path of ['案/图/10.jpg', '案/图/2.jpg', '案/图/.DS_Store', '案/深/1/2/3/4/x.txt', '散.txt']) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), path)
  }
  await mkdir(join(folder, '案', '空'))
  if (process.platform !== 'win32') await symlink('nowhere', join(folder, '案', 'dead link'))
  await dropPaths(page, page.locator('html'), [join(folder, '散.txt'), join(folder, '案')])
  const dropped = await page.evaluate(async () => {
    const { files, leftOut } = await window.page.dropped
    const texts = await Promise.all(files.map(async ({ file }) => file.text()))
    return { paths: files.map(({ path }) => path), texts, leftOut }
  })
  expect(dropped.paths).toEqual(['案/深/1/2/3/4/x.txt', '案/图/2.jpg', '案/图/10.jpg', '散.txt'])
  expect(dropped.texts).toEqual(dropped.paths)
  expect(dropped.leftOut).toContainEqual({ path: '案/图/.DS_Store', why: 'system' })
})

forBrowser('ten thousand files are found, and finding them can be stopped', async () => {
  const folder = await temporaryFolder()
  const many = join(folder, 'many')
  await mkdir(many)
  for (let start = 0; start < 10_000; start += 500) {
    await Promise.all(Array.from({ length: 500 }, (_, i) => writeFile(join(many, `${start + i}.txt`), '')))
  }
  await dropPaths(page, page.locator('html'), [many])
  const found = await page.evaluate(async () => {
    const started = performance.now()
    const { files } = await window.page.dropped
    const first = files.slice(0, 3).map(({ path }) => path)
    return {
      count: files.length,
      first,
      reports: window.page.reports.at(-1),
      ms: performance.now() - started,
    }
  })
  expect(found).toMatchObject({
    count: 10_000,
    first: ['many/0.txt', 'many/1.txt', 'many/2.txt'],
    reports: 10_000,
  })
  await dropPaths(page, page.locator('html'), [many])
  const stopped = await page.evaluate(async () => {
    window.page.stopDrop()
    return window.page.dropped.then(
      () => 'found',
      (error: unknown) => (error as Error).name,
    )
  })
  expect(stopped).toBe('AbortError')
  await rm(many, { recursive: true })
})

forBrowser('chosen files and folders keep their paths; a cancelled choice is empty', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, '案'))
  for (const name of ['10.txt', '9.txt', 'Thumbs.db']) await writeFile(join(folder, '案', name), name)
  const choosing = page.waitForEvent('filechooser')
  const chosen = page.evaluate(async () => {
    const { files, leftOut } = await window.page.pickFolder()
    return {
      paths: files.map(({ path }) => path),
      leftOut: leftOut.length,
      inputs: document.querySelectorAll('input').length,
    }
  })
  await (await choosing).setFiles(join(folder, '案'))
  expect(await chosen).toEqual({ paths: ['案/9.txt', '案/10.txt'], leftOut: 1, inputs: 0 })
  const choosingFiles = page.waitForEvent('filechooser')
  const files = page.evaluate(async () => (await window.page.pickFiles()).files.map(({ path }) => path))
  await (await choosingFiles).setFiles([join(folder, '案', '10.txt'), join(folder, '案', '9.txt')])
  expect(await files).toEqual(['9.txt', '10.txt'])
  const cancelled = page.evaluate(async () => {
    const picking = window.page.pickFiles()
    document.querySelector('input')?.dispatchEvent(new Event('cancel'))
    return (await picking).files.length
  })
  expect(await cancelled).toBe(0)
})

forBrowser('pasted pictures are named by date and time, pasted files keep their names', async () => {
  const pasted = await page.evaluate(() => {
    const data = new DataTransfer()
    data.items.add(new File(['a'], 'image.png', { type: 'image/png' }))
    data.items.add(new File(['b'], 'image.png', { type: 'image/png' }))
    data.items.add(new File(['c'], '合同.pdf', { type: 'application/pdf' }))
    const { files } = window.page.pasted(data, new Date(2026, 10, 22, 14, 3, 5))
    return files.map(({ path, file }) => [path, file.name, file.type])
  })
  expect(pasted).toEqual([
    ['2026-11-22 14-03-05 (2).png', '2026-11-22 14-03-05 (2).png', 'image/png'],
    ['2026-11-22 14-03-05.png', '2026-11-22 14-03-05.png', 'image/png'],
    ['合同.pdf', '合同.pdf', 'application/pdf'],
  ])
})

forBrowser('leaving is asked about only while something is under way', async () => {
  await page.evaluate(() => document.body.append(document.createElement('button')))
  await page.locator('button').click({ force: true })
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  await page.evaluate(() => window.page.platform.setBusy?.(true))
  await page.reload()
  expect(asked).toEqual(['beforeunload'])
  await page.locator('html').click()
  await page.reload()
  expect(asked).toHaveLength(1)
})

forBrowser('the log stays in memory and keeps the newest', async () => {
  const log = await page.evaluate(async () => {
    for (let i = 0; i < 600; i += 1) window.page.platform.log(`entry ${i}`)
    return window.page.platform.readLog()
  })
  const lines = log.trim().split('\n')
  expect(lines).toHaveLength(500)
  expect(lines.at(-1)).toMatch(/^\d{4}-\d\d-\d\dT.*Z entry 599$/)
})

forBrowser('a gap in time is taken for sleep', async () => {
  const slept = await context.newPage()
  await slept.clock.install({ time: new Date('2026-11-22T06:00:00Z') })
  await slept.goto(served.origin)
  await slept.clock.runFor(120_000)
  expect(await slept.evaluate(() => window.page.events)).toEqual([])
  await slept.clock.fastForward(600_000)
  expect(await slept.evaluate(() => window.page.events)).toEqual(['asleep'])
  await slept.close()
})
