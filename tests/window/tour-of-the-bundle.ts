import type { Scene } from './steps.ts'
import type { Look } from './tour.ts'

/** The bundle of the sample: before it is built, built with a throw-away key, printing, removing. */
export async function theBundle({ window, say, bundle, frame }: Scene, look: Look): Promise<void> {
  const { page } = window
  await page.evaluate(() => {
    const [, id] = /#\/cases\/([^/]+)/.exec(sessionStorage.getItem('sample') ?? '') ?? []
    location.hash = `/cases/${id}/bundle`
  })
  await bundle.buildForm.waitFor()
  await bundle.previewed()
  await look('17-bundle')
  await bundle.build()
  await bundle.result.waitFor({ timeout: 120_000 })
  await bundle.result.scrollIntoViewIfNeeded()
  await look('17-bundle-built')
  await bundle.earlier.first().scrollIntoViewIfNeeded()
  await look('17-bundle-earlier')
  await bundle.button('print', bundle.earlier.first()).click()
  await page.getByRole('dialog', { name: say('print', 'title') }).waitFor()
  await look('17-print')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: say('print', 'title') }).waitFor({ state: 'hidden' })
  await frame.goTo('cases')
}
