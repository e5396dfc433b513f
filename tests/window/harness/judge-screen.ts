import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResults {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string | null
    readonly help: string
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[]
  }[]
}

/**
 * What axe finds on the page as it is now, by all of its rules or those named: serious and critical findings, one line for
 * each place.
 */
export async function accessibilityFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Evaluated by the debugger, so the policy of the page does not stop it.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await axeSource)
  const options = { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) }
  const results = (await page.evaluate(async (wanted) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<unknown> } }
    return axe.run(wanted)
  }, options)) as AxeResults
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, impact, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary = '' }) =>
          `${impact ?? ''} ${id}: ${help} at ${target.join(' ').replace(/_r_\w+_/g, '…')} (${failureSummary.replace(/\s+/g, ' ')})`,
      ),
    )
}

/** Fields a browser might remember: every text field must say that it may not. */
export async function rememberedFields(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const kinds = ['checkbox', 'radio', 'file', 'button', 'submit', 'range']
    return [...document.querySelectorAll('input, textarea')]
      .filter((field) => !kinds.includes((field as HTMLInputElement).type))
      .filter((field) => !(field as HTMLInputElement).readOnly)
      .filter(
        (field) =>
          !['off', 'new-password', 'current-password', 'one-time-code'].includes(
            field.getAttribute('autocomplete') ?? '',
          ) || field.getAttribute('spellcheck') !== 'false',
      )
      .map((field) => field.outerHTML.slice(0, 300).replace(/_r_\w+_/g, '…'))
  })
}

/**
 * Visible texts and names of controls with Latin letters, but without the brackets of the pseudo-language, which stands
 * on English: what is written in Chinese is the person's own.
 */
export async function textsOutsideTheCatalogues(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>()
    const letters = /\p{Script=Latin}{2}/u
    const see = (text: string) => {
      // Sentences of the catalogue stand inside one another.
      let rest = text
      for (let before = ''; before !== rest;) {
        before = rest
        rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '')
      }
      if (letters.test(rest) && !/\p{Script=Han}/u.test(rest)) found.add(rest.trim().slice(0, 100))
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement
      if (!parent || parent.closest('script, style, [data-own-words]')) continue
      // A space between two elements makes the words of neither its parent's.
      if (!walker.currentNode.textContent?.trim()) continue
      if (!parent.checkVisibility({ visibilityProperty: true })) continue
      // Sentences are cut where the person's own words stand inside them.
      see(parent.textContent ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      // Not read: hidden from screen readers, or inside something that has a name of its own.
      if (element.closest('[aria-hidden="true"]')) continue
      if (element.parentElement?.closest('button[aria-label], a[aria-label]')) continue
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) see(element.getAttribute(name) ?? '')
    }
    return [...found].sort()
  })
}

/** Places that are wider than the window shows: what a person at 200 % zoom would have to scroll sideways for. */
export async function sidewaysScrolling(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const found: string[] = []
    if (document.documentElement.scrollWidth > width) {
      found.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${width}`)
    }
    for (const form of document.querySelectorAll<HTMLElement>('form, [role="dialog"], .field')) {
      if (!form.checkVisibility()) continue
      const box = form.getBoundingClientRect()
      const name = form.getAttribute('aria-label') ?? form.className
      if (box.right > width + 1 || box.left < -1)
        found.push(`${form.tagName} ${name}: ${box.left} to ${box.right}`)
      if (form.scrollWidth > form.clientWidth + 1 && getComputedStyle(form).overflowX !== 'visible') {
        found.push(`${form.tagName} ${name} scrolls sideways: ${form.scrollWidth} in ${form.clientWidth}`)
      }
    }
    return found
  })
}
