import type { Page } from 'playwright-core'

/** What stands in the register of the page, as plainly as anybody with the profile could count it. */
export interface RegisterRows {
  readonly items: number
  readonly contents: number
  readonly unfinished: number
  readonly chunks: number
  /** Chunks of a content that is not there, or not finished. */
  readonly strayChunks: number
}

/** Counts the rows of the one database of the page, without any of the window's own code. */
export function registerRows(page: Page): Promise<RegisterRows> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('no answer'))
      })
    const [known] = await indexedDB.databases()
    const empty = { items: 0, contents: 0, unfinished: 0, chunks: 0, strayChunks: 0 }
    if (!known?.name) return empty
    const database = await asked(indexedDB.open(known.name))
    try {
      const step = database.transaction(['items', 'contents', 'chunks'])
      const contents = (await asked(step.objectStore('contents').getAll())) as { id: string; state: string }[]
      const keys = (await asked(step.objectStore('chunks').getAllKeys())) as [string, number][]
      const finished = new Set(contents.filter(({ state }) => state === 'complete').map(({ id }) => id))
      return {
        items: await asked(step.objectStore('items').count()),
        contents: contents.length,
        unfinished: contents.length - finished.size,
        chunks: keys.length,
        strayChunks: keys.filter(([id]) => !finished.has(id)).length,
      }
    } finally {
      database.close()
    }
  })
}
