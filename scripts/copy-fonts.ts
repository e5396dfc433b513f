// Copies the faces that papers are set in, and their licences, out of their packages into resources/fonts/.
import { copyFile, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'

const packages = new URL('../node_modules/@expo-google-fonts/', import.meta.url)
const target = new URL('../resources/fonts/', import.meta.url)

/** Package, file in it, and the name it has here. */
const files = [
  ['noto-serif-sc', '400Regular/NotoSerifSC_400Regular.ttf', 'NotoSerifSC-Regular.ttf'],
  ['noto-serif-sc', '700Bold/NotoSerifSC_700Bold.ttf', 'NotoSerifSC-Bold.ttf'],
  ['noto-serif-jp', '400Regular/NotoSerifJP_400Regular.ttf', 'NotoSerifJP-Regular.ttf'],
  ['noto-serif', '400Regular/NotoSerif_400Regular.ttf', 'NotoSerif-Regular.ttf'],
  ['noto-serif-sc', 'LICENSE_FONT', 'OFL-NotoSerifSC.txt'],
  ['noto-serif-jp', 'LICENSE_FONT', 'OFL-NotoSerifJP.txt'],
  ['noto-serif', 'LICENSE_FONT', 'OFL-NotoSerif.txt'],
] as const

/**
 * Puts the faces into resources/fonts/ unless the same versions lie there whole already.
 * Throws when a package is missing and the faces are not there either.
 */
export async function ensureFonts(): Promise<void> {
  const versions = await packageVersions()
  const wanted = JSON.stringify(versions)
  const present = await readFile(new URL('copied-from.json', target), 'utf8').catch(() => '')
  const whole = await Promise.all(files.map(isCopied))
  if (whole.every(Boolean) && (present.trim() === wanted || versions === null)) return
  if (versions === null) {
    throw new Error(
      'The fonts are missing. Run `npm ci`, which brings the packages @expo-google-fonts/noto-serif*.',
    )
  }
  await mkdir(target, { recursive: true })
  for (const [name, from, to] of files)
    await copyWhole(new URL(`${name}/${from}`, packages), new URL(to, target))
  await writeFile(new URL('copied-from.json', target), `${wanted}\n`)
}

async function packageVersions(): Promise<Record<string, string> | null> {
  const names = [...new Set(files.map(([name]) => name))]
  try {
    const entries = await Promise.all(
      names.map(async (name) => {
        const text = await readFile(new URL(`${name}/package.json`, packages), 'utf8')
        return [name, String((JSON.parse(text) as { version: unknown }).version)] as const
      }),
    )
    return Object.fromEntries(entries)
  } catch {
    return null
  }
}

async function isCopied([name, from, to]: (typeof files)[number]): Promise<boolean> {
  const size = (url: URL) =>
    stat(url).then(
      (found) => found.size,
      () => null,
    )
  const [here, there] = await Promise.all([
    size(new URL(to, target)),
    size(new URL(`${name}/${from}`, packages)),
  ])
  return here !== null && here > 0 && (there === null || here === there)
}

// Two builds may start at once: each writes a file of its own and renames it, so nobody reads half a font.
async function copyWhole(from: URL, to: URL): Promise<void> {
  const temporary = new URL(`${to.href}.${process.pid}.part`)
  try {
    await copyFile(from, temporary)
    await rename(temporary, to)
  } finally {
    await rm(temporary, { force: true })
  }
}

const started = process.argv[1]
if (started !== undefined && pathToFileURL(started).href === import.meta.url) {
  await ensureFonts()
  console.log(`Fonts are in ${fileURLToPath(target)}`)
}
