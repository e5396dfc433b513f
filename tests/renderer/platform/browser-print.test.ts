import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { browser } from '../../window/harness/browser.ts'
import { eventually } from '../../window/harness/eventually.ts'
import {
  endingOf,
  giveDocument,
  largePdf,
  printDocument,
  sha256,
  streamsOf,
} from '../../window/shell/print-scene.ts'
import { type ServedPlainPage, servePlainPage } from './served-plain-page.ts'

const forBrowser = test.skipIf(!browser)
const name = '证据卷.pdf'
const pdf = await largePdf(3 * 1024 * 1024)
let served: ServedPlainPage
let page: Page

beforeAll(async () => {
  if (browser) served = await servePlainPage()
})

afterAll(() => served?.stop())

beforeEach(async () => {
  if (!browser) return
  page = await served.context.newPage()
  await page.goto(served.origin)
  await giveDocument(page, pdf)
  // What each tab is given; the policy lets nobody read its address again.
  await page.evaluate(() => {
    const given: Blob[] = []
    const make = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (blob) => {
      given.push(blob as Blob)
      return make(blob)
    }
    Object.assign(window, { given })
  })
  return async () => {
    for (const each of served.context.pages()) await each.close()
  }
})

const tabs = () => served.context.pages().filter((each) => each.url().startsWith('blob:'))

function digestsOfGiven(): Promise<string[]> {
  return page.evaluate(async () => {
    const { given } = window as unknown as { given: File[] }
    return Promise.all(
      given.map(async (file) => {
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
        return `${file.name} ${[...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
      }),
    )
  })
}

forBrowser(
  'a tab shows the very bytes in the viewer of the browser, under the policy of the window',
  async () => {
    await printDocument(page, { name })
    await eventually(() => endingOf(page, name)).toBe('shown')
    await eventually(() => tabs().length).toBe(1)
    const [tab] = tabs()
    await eventually(() => tab!.frames().some((frame) => frame.url().startsWith('chrome-extension:'))).toBe(
      true,
    )
    expect(await digestsOfGiven()).toEqual([`${name} ${sha256(pdf)}`])
    // What drives the page evaluates in it.
    const violations = await page.evaluate(() => window.page.violations)
    expect(violations.filter((each) => each !== 'eval')).toEqual([])
    // The same name again takes the same tab; another name takes another.
    await printDocument(page, { name })
    await eventually(() => endingOf(page, name)).toBe('shown')
    await eventually(() => tabs().map((each) => each === tab)).toEqual([true])
    await printDocument(page, { name: 'b.pdf' })
    await eventually(() => endingOf(page, 'b.pdf')).toBe('shown')
    await eventually(() => tabs().length).toBe(2)
    await page.evaluate(() => window.page.platform.closePrints?.())
    await eventually(() => tabs().length).toBe(0)
  },
)

forBrowser('what is too large for a tab, or gets none, is said before anything is read', async () => {
  await printDocument(page, { name, bytes: 64 * 1024 * 1024 + 1 })
  await eventually(() => endingOf(page, name)).toBe(
    `Failure: print.too-large {"name":"${name}","bytes":"64 MiB","limit":"64 MiB"}`,
  )
  await page.evaluate(() => {
    window.open = () => null
  })
  await printDocument(page, { name })
  await eventually(() => endingOf(page, name)).toBe('Failure: print.blocked {}')
  expect(await streamsOf(page)).toEqual({ begun: 0, ended: 0 })
})

forBrowser(
  'a document that cannot be read leaves no tab; a tab that is closed leaves no stream',
  async () => {
    const others = () => served.context.pages().length
    const before = others()
    await printDocument(page, { name, after: { bytes: 1_000_000, then: 'fail' } })
    await eventually(() => endingOf(page, name)).toBe('TypeError: unreadable')
    await eventually(() => others()).toBe(before)
    await printDocument(page, { name, after: { bytes: 1_000_000, then: 'wait' } })
    await eventually(() => page.evaluate(() => 'goOn' in window)).toBe(true)
    await page.evaluate(() => window.page.platform.closePrints?.())
    await page.evaluate(() => (window as unknown as { goOn: () => void }).goOn())
    await eventually(() => endingOf(page, name)).toBe('shown')
    expect(await streamsOf(page)).toEqual({ begun: 2, ended: 2 })
    expect(await digestsOfGiven()).toEqual([])
  },
)
