import type { Locator } from 'playwright-core'

const mostStops = 250

/** Presses Tab until the focus is on `target`, as somebody without a mouse would. Throws when it is never reached. */
export async function reach(target: Locator): Promise<void> {
  const { keyboard } = target.page()
  // A radio that looks like a button is not visible itself.
  await target.waitFor({ state: 'attached' })
  const there = () => target.evaluate((element) => element === document.activeElement)
  for (let stops = 0; stops < mostStops; stops += 1) {
    if (await there()) return
    await keyboard.press('Tab')
  }
  throw new Error(`no key leads to ${String(target)}`)
}

/** Reaches a control and presses it. */
export async function press(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await reach(target)
  await target.page().keyboard.press(key)
}

/** Reaches what opens the system's dialog for files, and chooses files there. */
export async function chooseByKey(opener: Locator, paths: readonly string[]): Promise<void> {
  const choosing = opener.page().waitForEvent('filechooser')
  await press(opener)
  await (await choosing).setFiles([...paths])
}
