import { expect, test } from 'vitest'
import { browser } from './harness/browser.ts'
import { firstRun } from './steps.ts'

test.skipIf(!browser)(
  'the sample opens with most of its checklist, counts no days, and its bundle leads to what is open',
  async () => {
    const scene = await firstRun('zh', { size: { width: 1280, height: 800 } })
    const { window, say, case: page, bundle, frame } = scene
    await scene.welcome.way('lookAtSample').click()
    await page.heading.waitFor()
    const sections = window.page.getByRole('navigation', { name: say('case', 'sections') })
    expect(await sections.textContent()).toContain(say('checklist', 'completeness', { done: 21, of: 26 }))
    expect(await page.header.locator('[data-urgency]').count()).toBe(0)
    // An optional part nobody filled in claims nothing.
    const part = (key: 'part.agents' | 'part.police') =>
      sections.getByRole('button', { name: new RegExp(`^${say('case', key)}`) })
    expect(await part('part.agents').textContent()).toContain(say('case', 'state.done'))
    expect(await part('part.police').textContent()).toContain(say('case', 'state.empty'))

    await bundle.open()
    await window.page
      .getByRole('region', { name: say('case', 'findings') })
      .getByRole('button', { name: /还有 5 份必需的材料没有备齐/ })
      .click()
    await window.page.waitForFunction(
      () =>
        document.activeElement?.closest('[data-code]')?.getAttribute('data-code') ===
        'legal-representative-statement@example-shanghai',
    )
    expect(window.page.url()).toMatch(/checklist$/)

    // The answer comes first; what is counted from the acceptance leads to its field.
    await page.goTo('dates')
    const days = window.page.getByRole('main').locator('ol > li')
    expect(await days.first().textContent()).toContain('2026-07-08')
    await days
      .nth(1)
      .getByRole('button', { name: say('dates', 'goToDate') })
      .click()
    await window.page.waitForFunction(
      () => document.activeElement?.closest('[data-path]')?.getAttribute('data-path') === 'notice.acceptedOn',
    )
    // A day that is typed says who typed it.
    await page.field('field.notice.replyDueOn').fill('2026-07-09')
    await scene.vault.create()
    await page.header
      .getByText(say('case', 'replyDueEnteredBy', { by: say('case', 'nobodyNamed') }))
      .waitFor()
    await frame.goTo('cases')
    expect(await window.page.getByRole('grid').locator('[data-urgency]').count()).toBe(0)
  },
)
