import { createHash, randomBytes } from 'node:crypto'
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { unlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Item } from '../../../src/renderer/register/register.ts'
import { dossier } from '../../cli/run-dossier.ts'
import { temporaryFolder } from '../../builders/temporary-folder.ts'
import { type OpenedEnginePage, openEnginePage } from './engine-page.ts'
import type { EnginePage } from './page/page.ts'

declare const page: EnginePage

const MiB = 1024 * 1024
let folder: string
let opened: OpenedEnginePage

beforeAll(async () => {
  folder = await temporaryFolder()
  opened = await openEnginePage(join(folder, 'built'))
  await opened.page.evaluate(() => page.openRegister('engine-test'))
})
afterAll(() => opened?.close())

async function choose(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  await opened.page.setInputFiles('#files', path)
  // Only from a first look on does the browser hold the file to its size and time of change.
  await opened.page.evaluate(() => [page.file().size, page.file().lastModified])
  return path
}

/** What lies in the register. */
function stored(): Promise<{ states: string[]; chunks: number }> {
  return opened.page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('engine-test')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(new Error('closed'))
    })
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)))
    const stores = database.transaction(['contents', 'chunks'])
    const rows = await ask<{ state: string }[]>(stores.objectStore('contents').getAll())
    const chunks = await ask(stores.objectStore('chunks').count())
    database.close()
    return { states: rows.map((row) => row.state), chunks }
  })
}

describe('taking in', () => {
  test('hashes, recognises and stores a file once, reporting seldom', async () => {
    const bytes = randomBytes(9 * MiB + 17)
    bytes.write('%PDF-1.7')
    await choose('photo.pdf', bytes)
    const outcome = await opened.page.evaluate(() => page.takeIn('a/photo.pdf'))
    const digest = (name: string) => createHash(name).update(bytes).digest('hex')
    expect(outcome.value).toMatchObject({
      original: {
        path: 'a/photo.pdf',
        mediaType: 'application/pdf',
        bytes: bytes.length,
        sha256: digest('sha256'),
        sha512: digest('sha512'),
        sm3: digest('sm3'),
      },
      known: false,
    })
    expect(outcome.reports).toBeLessThanOrEqual(100)
    expect(await stored()).toEqual({ states: ['complete'], chunks: 3 })
    const again = await opened.page.evaluate(() => page.takeIn('b.pdf'))
    expect(again.value).toMatchObject({ known: true, original: { path: 'b.pdf' } })
    expect((again.value as { contentId: string }).contentId).toBe(
      (outcome.value as { contentId: string }).contentId,
    )
    expect(await stored()).toEqual({ states: ['complete'], chunks: 3 })
  })

  test('takes an empty file', async () => {
    await choose('empty.txt', new Uint8Array())
    const outcome = await opened.page.evaluate(() => page.takeIn('empty.txt'))
    expect(outcome.value).toMatchObject({ original: { bytes: 0, mediaType: 'text/plain' }, known: false })
  })

  test('a file that changed after it was chosen, or while it is read, is refused', async () => {
    const path = await choose('changing.bin', randomBytes(64 * MiB))
    const before = await stored()
    const running = opened.page.evaluate(() => page.takeIn('changing.bin'))
    await new Promise((resolve) => setTimeout(resolve, 150))
    appendFileSync(path, 'more')
    await utimes(path, new Date(), new Date(Date.now() + 5000))
    expect(await running).toMatchObject({ code: 'intake.changed' })
    expect(await stored()).toEqual(before)
  })

  test('a file that changed before it is read is refused as changed', async () => {
    for (const size of [5 * MiB, 100]) {
      const path = await choose('stale.bin', randomBytes(size))
      appendFileSync(path, 'more')
      await utimes(path, new Date(), new Date(Date.now() + 5000))
      const outcome = await opened.page.evaluate(() => page.takeIn('stale.bin'))
      expect(outcome).toMatchObject({ code: 'intake.changed' })
    }
  })

  test('a file that went away is refused', async () => {
    for (const size of [5 * MiB, 0]) {
      const path = await choose('going.bin', randomBytes(size))
      await unlink(path)
      const outcome = await opened.page.evaluate(() => page.takeIn('going.bin'))
      expect(outcome).toMatchObject({ code: 'intake.vanished' })
    }
  })

  test('stops soon when it is cancelled, leaves nothing and goes on with the next', async () => {
    await choose('long.bin', randomBytes(48 * MiB))
    const before = await stored()
    const outcome = await opened.page.evaluate(() => page.cancelAfter(8 * 1024 * 1024))
    expect(outcome).toMatchObject({ name: 'AbortError' })
    expect(outcome.reached).toBeLessThan(24 * MiB)
    expect(await stored()).toEqual(before)
    await choose('next.txt', Buffer.from('next'))
    expect((await opened.page.evaluate(() => page.takeIn('next.txt'))).value).toMatchObject({ known: false })
  })
})

describe('previews', () => {
  test('the first page of a thousand', async () => {
    const document = await PDFDocument.create()
    for (let i = 0; i < 1000; i++) document.addPage([595, 842]).drawText(`page ${i}`, { x: 50, y: 700 })
    const path = join(folder, 'thousand.pdf')
    writeFileSync(path, await document.save())
    const url = opened.serve(path)
    const found = await opened.page.evaluate((at) => page.open(at, 'application/pdf'), url)
    expect(found.value).toBe(1000)
    expect(await opened.page.evaluate(() => page.size(999))).toEqual({ width: 595, height: 842 })
    const drawn = await opened.page.evaluate(() => page.draw(999, 1.5))
    expect([drawn.width, drawn.height]).toEqual([893, 1263])
    await opened.page.evaluate(() => page.close())
  })

  test('a picture stands upright as its EXIF data says', async () => {
    const url = opened.serve('resources/sample/01_营业执照副本.jpg')
    await opened.page.evaluate((at) => page.open(at, 'image/jpeg'), url)
    expect(await opened.page.evaluate(() => page.size(0))).toEqual({ width: 1638, height: 1158 })
    const drawn = await opened.page.evaluate(() => page.draw(0, 0.5))
    expect([drawn.width, drawn.height]).toEqual([819, 579])
    await opened.page.evaluate(() => page.close())
  })

  test('what cannot be shown is told apart', async () => {
    const write = (name: string, bytes: Uint8Array) => {
      writeFileSync(join(folder, name), bytes)
      return opened.serve(join(folder, name))
    }
    const bomb = Buffer.from('89504e470d0a1a0a0000000d49484452000186a0000186a0080600000000000000', 'hex')
    const cases = [
      [write('text', Buffer.from('%PDF-1.7 nothing')), 'application/pdf', 'preview.unreadable'],
      [write('tiff', Buffer.from('II*\0')), 'image/tiff', 'preview.not-shown'],
      [write('docx', Buffer.from('PK')), 'application/zip', 'preview.not-shown'],
      [write('bomb.png', bomb), 'image/png', 'preview.too-many-pixels'],
      [write('cut.png', bomb.subarray(0, 20)), 'image/png', 'preview.unreadable'],
    ] as const
    for (const [url, mediaType, code] of cases) {
      const outcome = await opened.page.evaluate(([at, type]) => page.open(at, type), [
        url,
        mediaType,
      ] as const)
      expect(outcome.code, mediaType).toBe(code)
    }
  })
})

test('the sample opens in a register that is nowhere but in memory', async () => {
  const outcome = await opened.page.evaluate(() => page.sample())
  expect(outcome.code).toBeUndefined()
  const value = outcome.value as { summary: object; items: Item[]; firstBytes: number }
  expect(value.summary).toMatchObject({ caseCode: 'SPECIMEN-2026-001', isSample: true, itemCount: 19 })
  const first = readFileSync('resources/sample/01_营业执照副本.jpg')
  expect(value.firstBytes).toBe(first.length)
  expect(value.items[0]).toMatchObject({
    original: { path: '01_营业执照副本.jpg', sha256: createHash('sha256').update(first).digest('hex') },
  })
})

test('every part of the engine runs in a worker of the window', async () => {
  const built = await dossier(process.cwd(), 'build', 'resources/sample', '--out', join(folder, 'bundle'))
  expect(built.code, built.err).toBe(0)
  const bundle = readdirSync(join(folder, 'bundle')).find((name) => name.endsWith('.zip'))!
  const fonts = ['NotoSerifSC-Regular', 'NotoSerifSC-Bold', 'NotoSerifJP-Regular', 'NotoSerif-Regular']
  const request = {
    fonts: fonts.map((name) => opened.serve(`resources/fonts/${name}.ttf`)),
    signedPdf: opened.serve('resources/sample/08_权利人鉴别意见书.pdf'),
    bundle: opened.serve(join(folder, 'bundle', bundle)),
  }
  expect(await opened.page.evaluate((given) => page.wholeEngine(given), request)).toEqual({
    subject: '测试',
    unprintable: [['suspects[0].name', '😀']],
    pages: 3,
    integrity: 'intact',
  })
})

test('nothing breaks the content security policy, and the window answers all the while', async () => {
  expect(opened.complaints).toEqual([])
  // A hang, not a speed: the bench measures that.
  expect(await opened.page.evaluate(() => page.longestStall())).toBeLessThan(10_000)
})
