import { createHash } from 'node:crypto'
import { PDFDocument } from 'pdf-lib'
import type { Page } from 'playwright-core'
import { eventually } from '../harness/eventually.ts'
import type {} from './in-page.ts'
import type { RunningApp } from './launch-app.ts'

/** Bytes that differ with their position. Its source is also run in the page, so it uses nothing from outside. */
function noise(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  for (let i = 0; i < length; i += 1) bytes[i] = Math.imul(i + 1, 2_654_435_761) >>> 24
  return bytes
}

/** A PDF of one page, most of which is noise. */
export interface LargePdf {
  readonly bytes: Uint8Array
  readonly noiseAt: number
  readonly noiseLength: number
}

/** A PDF of about so many bytes. */
export async function largePdf(length: number): Promise<LargePdf> {
  const pdf = await PDFDocument.create()
  pdf.addPage([595, 842]).drawRectangle({ x: 100, y: 100, width: 395, height: 642 })
  const filling = noise(length)
  pdf.context.register(pdf.context.stream(filling))
  const bytes = await pdf.save()
  return { bytes, noiseAt: Buffer.from(bytes).indexOf(filling), noiseLength: length }
}

export function sha256({ bytes }: LargePdf): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export interface Asked {
  readonly name: string
  readonly copies?: number
  readonly sides?: 'single' | 'double'
  /** Announced bytes that differ from what comes. */
  readonly bytes?: number
  /** The stream stops here until `window.goOn()`, or fails. */
  readonly after?: { readonly bytes: number; readonly then: 'wait' | 'fail' }
}

/** Gives the page the bytes of the document that is printed next. The noise is made there: DevTools are slow. */
export async function giveDocument(page: Page, { bytes, noiseAt, noiseLength }: LargePdf): Promise<void> {
  const parts = [bytes.subarray(0, noiseAt), bytes.subarray(noiseAt + noiseLength)]
  const source = `(${noise.toString()})(${noiseLength})`
  const [head = '', tail = ''] = parts.map((part) => Buffer.from(part).toString('base64'))
  const made = await page.evaluateHandle<Uint8Array<ArrayBuffer>>(source)
  await page.evaluate(
    async ([first, filling, last]) => {
      const array = Uint8Array as unknown as { fromBase64(text: string): Uint8Array<ArrayBuffer> }
      const whole = new Blob([array.fromBase64(first), filling, array.fromBase64(last)])
      Object.assign(window, {
        pdf: new Uint8Array(await whole.arrayBuffer()),
        endings: {},
        streams: { begun: 0, ended: 0 },
      })
    },
    [head, made, tail] as const,
  )
}

interface Given {
  readonly pdf: Uint8Array<ArrayBuffer>
  readonly endings: Record<string, string>
  readonly streams: { begun: number; ended: number }
}

/** Lets the page print it; does not wait for the end, which `endingOf` tells. */
export async function printDocument(page: Page, asked: Asked): Promise<void> {
  await page.evaluate(async ({ name, copies = 1, sides = 'double', bytes, after }) => {
    const { pdf, endings, streams } = window as unknown as Given
    endings[name] = 'under way'
    const work = window.page.platform.print!({
      name,
      bytes: bytes ?? pdf.byteLength,
      copies,
      sides,
      async *stream() {
        streams.begun += 1
        let hasWaited = false
        try {
          // Odd pieces: nothing may depend on the size of a block.
          for (let offset = 0; offset < pdf.byteLength; offset += 700_001) {
            if (after && offset >= after.bytes && !hasWaited) {
              if (after.then === 'fail') throw new TypeError('unreadable')
              hasWaited = true
              await new Promise<void>((resolve) => Object.assign(window, { goOn: resolve }))
            }
            yield pdf.slice(offset, offset + 700_001)
          }
        } finally {
          streams.ended += 1
        }
      },
    })
    work.then(
      () => (endings[name] = 'shown'),
      (error: unknown) => (endings[name] = String(error)),
    )
    await new Promise((resolve) => setTimeout(resolve))
  }, asked)
}

export function endingOf(page: Page, name: string): Promise<string | undefined> {
  return page.evaluate((each) => (window as unknown as Given).endings[each], name)
}

export function streamsOf(page: Page): Promise<{ begun: number; ended: number }> {
  return page.evaluate(() => ({ ...(window as unknown as Given).streams }))
}

interface SentAnswer {
  readonly url: string
  readonly status: number
  readonly bytes: number
  readonly sha256: string
  readonly headers: Readonly<Record<string, string>>
  readonly isWhole: boolean
}

/** What went out to print windows, oldest first. */
export function sentToPrints(app: RunningApp, place = 1): Promise<SentAnswer[]> {
  return app.evaluate(
    ({ session }, number) =>
      (session.fromPartition(`print-${number}`) as unknown as { sent: SentAnswer[] }).sent.filter(({ url }) =>
        url.includes('/print/'),
      ),
    place,
  )
}

/** The pages of print windows, once there are so many. */
export async function printPages(app: RunningApp, count: number): Promise<Page[]> {
  await eventually(async () => app.prints().length).toBe(count)
  return app.prints()
}

/** What main knows of its print windows. */
export function printWindowsOf(app: RunningApp) {
  return app.evaluate(({ BrowserWindow }) => {
    interface Known {
      readonly options: { readonly webPreferences: Record<string, unknown> }
      readonly webContents: { readonly printed: object[]; readonly session: { readonly partition: string } }
      readonly menu: { readonly items: { readonly label: string }[] } | null
      readonly focused: number
      getTitle(): string
    }
    return (BrowserWindow.getAllWindows() as unknown as Known[])
      .filter(({ webContents }) => webContents.session.partition !== '')
      .map((window) => ({
        title: window.getTitle(),
        printed: window.webContents.printed,
        menu: window.menu?.items.map(({ label }) => label),
        focused: window.focused,
      }))
  }, undefined)
}

/** Chooses File → Print in the print window. */
export function choosePrint(app: RunningApp): Promise<void> {
  return app.evaluate(({ BrowserWindow }) => {
    interface Known {
      readonly menu: { getMenuItemById(id: string): { click(): void } | null } | null
    }
    const windows = BrowserWindow.getAllWindows() as unknown as Known[]
    windows.at(-1)?.menu?.getMenuItemById('print')?.click()
  }, undefined)
}
