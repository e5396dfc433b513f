import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { expect, test } from 'vitest'
import { windowFile } from '../../../src/shared/contract/window-files.ts'
import { browser, root } from '../harness/browser.ts'
import { startBuiltApp, startPlainApp } from './built-app.ts'
import { ask } from './in-page.ts'

test.skipIf(!browser)('the built application opens its window', async () => {
  const { app } = await startBuiltApp()
  const page = await app.window()
  await page.waitForSelector('#root > *')
  expect(await page.title()).toContain('权卷')
  expect(await page.evaluate(() => isSecureContext)).toBe(true)
  await app.kill()
})

test.skipIf(!browser)('every file of the built window is one that is served', async () => {
  const folder = join(root, 'out', 'renderer')
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = files
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
  expect(paths.length).toBeGreaterThan(3)
  expect(paths.filter((path) => windowFile(encodeURI(`/${path}`)) === undefined)).toEqual([])
})

test.skipIf(!browser)('the page has a bridge it cannot change, and nothing of Node', async () => {
  const { app } = await startPlainApp()
  const page = await app.window()
  expect(
    await page.evaluate(() => {
      const { bridge } = window as unknown as { bridge: { request: unknown } }
      return {
        secure: isSecureContext,
        node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
        names: Object.keys(bridge).sort(),
        frozen: Object.isFrozen(bridge),
        replaced: Reflect.set(window, 'bridge', 1),
        extended: Reflect.set(bridge, 'request', 1),
        missing: window.page.missing,
      }
    }),
  ).toEqual({
    secure: true,
    node: [],
    names: ['onEvent', 'request'],
    frozen: true,
    replaced: false,
    extended: false,
    missing: [],
  })
})

test.skipIf(!browser)('every document has a nonce of its own, and only its scripts run', async () => {
  const { app } = await startPlainApp()
  const page = await app.window()
  const nonceOf = () =>
    page.evaluate(async () => {
      const answer = await fetch('/')
      const policy = answer.headers.get('content-security-policy') ?? ''
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
      return { nonce, inText: (await answer.text()).includes(`nonce="${nonce}"`), length: atob(nonce).length }
    })
  const [first, second] = [await nonceOf(), await nonceOf()]
  expect([first.inText, first.length, second.inText]).toEqual([true, 16, true])
  expect(first.nonce).not.toBe(second.nonce)
  const planted = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.planted = true'
    document.body.append(script)
    // Only later: what a test runs through DevTools may evaluate.
    await new Promise((resolve) => setTimeout(resolve, 50))
    let evaluated: unknown
    try {
      evaluated = Reflect.apply(Function, undefined, ['return 1'])
    } catch (error) {
      evaluated = (error as Error).name
    }
    return ['planted' in window, evaluated]
  })
  expect(planted).toEqual([false, 'EvalError'])
})

test.skipIf(!browser)('the window learns what it runs on', async () => {
  const { app } = await startPlainApp()
  const page = await app.window()
  expect(await ask(page, 'about', null)).toEqual({
    state: 'done',
    value: {
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      runtime: expect.objectContaining({ platform: process.platform, arch: process.arch }) as object,
    },
  })
})
