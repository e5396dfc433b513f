import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'

/**
 * Native dialogs are the one thing a test cannot click. Each of them answers with a place in the page's own private file
 * system (real handles, real streams), or is cancelled.
 */
export async function answerPickers(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const answers = { cancelled: false }
    const cancelledOr = async <T>(answer: () => Promise<T>): Promise<T> => {
      if (answers.cancelled) throw new DOMException('The user aborted a request.', 'AbortError')
      return answer()
    }
    const place = async () => {
      const files = await navigator.storage.getDirectory()
      return files.getDirectoryHandle('chosen-by-the-person', { create: true })
    }
    Object.assign(globalThis, {
      pickerAnswers: answers,
      showDirectoryPicker: () => cancelledOr(place),
      showSaveFilePicker: (options?: { suggestedName?: string }) =>
        cancelledOr(async () =>
          (await place()).getFileHandle(options?.suggestedName ?? 'file', { create: true }),
        ),
    })
  })
}

/** From now on native dialogs are cancelled, or answered again. */
export async function cancelPickers(page: Page, cancelled = true): Promise<void> {
  await page.evaluate((value) => {
    ;(globalThis as unknown as { pickerAnswers: { cancelled: boolean } }).pickerAnswers.cancelled = value
  }, cancelled)
}

/** Paths of everything saved through dialogs so far, with `/`, sorted. */
export async function savedPaths(page: Page): Promise<string[]> {
  const paths = await page.evaluate(async () => {
    const found: string[] = []
    const walk = async (folder: FileSystemDirectoryHandle, before: string) => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'file') found.push(before + name)
        else {
          const inside = found.length
          await walk(handle, `${before}${name}/`)
          if (found.length === inside) found.push(`${before}${name}/`)
        }
      }
    }
    const files = await navigator.storage.getDirectory()
    try {
      await walk(await files.getDirectoryHandle('chosen-by-the-person'), '')
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error
    }
    return found
  })
  return paths.sort()
}

/** The bytes of one saved file. */
export async function savedFile(page: Page, path: string): Promise<Buffer> {
  const text = await page.evaluate(async (wanted) => {
    const files = await navigator.storage.getDirectory()
    let folder = await files.getDirectoryHandle('chosen-by-the-person')
    const names = wanted.split('/')
    const last = names.pop()!
    for (const name of names) folder = await folder.getDirectoryHandle(name)
    const file = await (await folder.getFileHandle(last)).getFile()
    const bytes = new Uint8Array(await file.arrayBuffer())
    let binary = ''
    for (let at = 0; at < bytes.length; at += 0x8000) {
      binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
    }
    return btoa(binary)
  }, path)
  return Buffer.from(text, 'base64')
}

/** Writes everything that was saved into a folder of the disk; gives the paths. */
export async function writeSaved(page: Page, folder: string): Promise<string[]> {
  const paths = await savedPaths(page)
  for (const path of paths) {
    const target = join(folder, path)
    if (path.endsWith('/')) {
      await mkdir(target, { recursive: true })
      continue
    }
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, await savedFile(page, path))
  }
  return paths
}

/** From now on what is shown for printing is kept instead of opened: the viewer of the browser asks for parts of its own. */
export async function keepPrints(page: Page): Promise<void> {
  await page.evaluate(() => {
    const printed: File[] = []
    const tab = { closed: false, focus() {}, close() {}, location: { replace() {} } }
    Object.assign(globalThis, { printed, open: () => tab })
    const create = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (thing) => {
      if (thing instanceof File) printed.push(thing)
      return create(thing)
    }
  })
}

/** The bytes of what was shown for printing last; undefined while nothing was. */
export async function lastPrint(page: Page): Promise<Buffer | undefined> {
  const text = await page.evaluate(async () => {
    const file = (globalThis as unknown as { printed: File[] }).printed.at(-1)
    if (!file) return undefined
    return btoa(
      Array.from(new Uint8Array(await file.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(''),
    )
  })
  return text === undefined ? undefined : Buffer.from(text, 'base64')
}
