import { existsSync } from 'node:fs'
import { copyFile, open, readdir, truncate, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { temporaryFolder } from '../../builders/temporary-folder.ts'
import { root } from './browser.ts'

/**
 * Twelve real files of several kinds: of the public suite where it is beside the repository, else those of the sample
 * under names that propose nothing.
 */
export async function twelveFiles(): Promise<string[]> {
  const suite = join(root, '..', 'shared', 'suites', 'hmcts')
  if (!existsSync(suite)) return copiesOfTheSample()
  const names = (await readdir(suite)).sort()
  const different = names.filter((name) => name !== 'flying-pig.jpg' && !name.endsWith('.pptx'))
  return different.slice(0, 12).map((name) => join(suite, name))
}

async function copiesOfTheSample(): Promise<string[]> {
  const sample = join(root, 'resources', 'sample')
  const names = (await readdir(sample)).filter((name) => !/^(case\.json|README\.md)$/.test(name)).sort()
  const folder = await temporaryFolder()
  const copies = names.slice(0, 12).map((name, index) => ({
    from: join(sample, name),
    to: join(folder, `paper ${String.fromCharCode(97 + index)}${extname(name)}`),
  }))
  await Promise.all(copies.map(({ from, to }) => copyFile(from, to)))
  return copies.map(({ to }) => to)
}

/** A file of `bytes` bytes that takes no room on the disk; starts like an MP4 so that it is told by content. */
export async function sparseVideo(path: string, bytes: number): Promise<string> {
  const head = Buffer.from('000000206674797069736f6d0000020069736f6d69736f32617663316d703431', 'hex')
  await writeFile(path, head)
  await truncate(path, bytes)
  return path
}

/** `count` small text files that differ, in `folder`. */
export async function manyFiles(folder: string, count: number): Promise<void> {
  const batch = 500
  for (let from = 0; from < count; from += batch) {
    const size = Math.min(batch, count - from)
    await Promise.all(
      Array.from({ length: size }, async (_, index) => {
        const file = await open(join(folder, `${String(from + index).padStart(5, '0')}.txt`), 'w')
        await file.writeFile(`item ${from + index}\n`)
        await file.close()
      }),
    )
  }
}
