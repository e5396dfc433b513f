import { readdir, readFile } from 'node:fs/promises'
import { fontPackages, noticeOf, runtimePackages } from '../third-party-notices.ts'

const root = new URL('../../', import.meta.url)

/**
 * The licence files of everything a packaged application holds, one after the other. There `node_modules`, where the notices
 * point to, does not exist. Throws when a package is not installed.
 */
export async function licenceTexts(): Promise<string> {
  const parts: string[] = []
  for (const [path, entry] of [...(await runtimePackages()), ...(await fontPackages())]) {
    const { name, version, licence, copyright } = await noticeOf([path, entry])
    const texts = await filesOf(new URL(`${path}/`, root))
    // Some packages of a larger project bring no file; what they state is all there is.
    const body = texts.length > 0 ? texts.join('\n\n') : `${licence}\n${copyright}`
    parts.push(`${'='.repeat(78)}\n${name} ${version} (${licence})\n${'='.repeat(78)}\n\n${body}\n`)
  }
  return parts.join('\n')
}

async function filesOf(folder: URL): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|notice)/i.test(entry.name))
    .map((entry) => entry.name)
    .sort()
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')))
  return [...new Set(texts.map((text) => text.replaceAll('\r\n', '\n').trim()))]
}
