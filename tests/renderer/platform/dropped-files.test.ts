import { expect, test } from 'vitest'
import { droppedFiles } from '../../../src/renderer/platform/dropped-files.ts'

/** What a browser gives for a dropped folder: its entries a hundred at a time. */
function aFolder(name: string, count: number): FileSystemDirectoryEntry {
  const file = new File([], 'x')
  const entries = Array.from({ length: count }, (_, index) => ({
    isFile: true,
    isDirectory: false,
    fullPath: `/${name}/${index}.txt`,
    file: (resolve: (file: File) => void) => resolve(file),
  }))
  let given = 0
  const readEntries = (resolve: (some: unknown[]) => void) => resolve(entries.slice(given, (given += 100)))
  return {
    isFile: false,
    isDirectory: true,
    fullPath: `/${name}`,
    createReader: () => ({ readEntries }),
  } as unknown as FileSystemDirectoryEntry
}

test('a folder of any size is walked through, and can be stopped', async () => {
  const drop = () => ({ items: [{ kind: 'file', webkitGetAsEntry: () => aFolder('x', 200_000) }] })
  const { files, leftOut } = await droppedFiles(drop() as unknown as DataTransfer)
  expect([files.length, leftOut]).toEqual([200_000, []])
  const stopped = droppedFiles(drop() as unknown as DataTransfer, { signal: AbortSignal.abort() })
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' })
})
