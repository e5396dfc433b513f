// Finds a browser of the Chromium family. Nothing is downloaded.
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/** Newest habits first: what a person most likely uses every day. */
const places = {
  win32: () =>
    ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
      const folder = process.env[variable]
      if (folder === undefined) return []
      return [
        ['Chrome', join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')],
        ['Edge', join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe')],
        ['Chromium', join(folder, 'Chromium', 'Application', 'chrome.exe')],
      ]
    }),
  darwin: () =>
    ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      [
        ['Chrome', 'Google Chrome'],
        ['Edge', 'Microsoft Edge'],
        ['Chromium', 'Chromium'],
      ].map(([name, app]) => [name, join(folder, `${app}.app`, 'Contents', 'MacOS', app)]),
    ),
  linux: () =>
    [
      ['Chrome', 'google-chrome'],
      ['Chrome', 'google-chrome-stable'],
      ['Chromium', 'chromium'],
      ['Chromium', 'chromium-browser'],
      ['Edge', 'microsoft-edge'],
      ['Edge', 'microsoft-edge-stable'],
    ].flatMap(([name, command]) =>
      (process.env.PATH ?? '')
        .split(delimiter)
        .filter((folder) => folder.startsWith('/'))
        .map((folder) => [name, join(folder, command)]),
    ),
}

/** `{ name, path }` of CHROME_PATH or an installed browser, or undefined. */
export function findBrowser() {
  const named = process.env.CHROME_PATH
  if (named && isProgram(named)) return { name: named, path: named }
  const candidates = (places[process.platform] ?? places.linux)()
  const order = ['Chrome', 'Edge', 'Chromium']
  const found = candidates.filter(([, path]) => isProgram(path))
  found.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  return found[0] && { name: found[0][0], path: found[0][1] }
}

/**
 * The browser tests run in, with the arguments it needs here: as `findBrowser`, else the one of the package
 * @sparticuz/chromium. `shell` takes Debian's headless shell where it lies: the same engine in less of the processor, for it
 * lacks a browser's own window, with its viewer of PDF and its switches. Throws when there is none.
 */
export async function browserForTests({ shell = false } = {}) {
  // A superuser has no sandbox of Chromium; containers run tests as one.
  const unsandboxed = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  if (shell && !process.env.CHROME_PATH && isProgram(headlessShell)) {
    return { name: 'headless shell', path: headlessShell, args: unsandboxed }
  }
  const installed = findBrowser()
  if (installed) return { ...installed, args: unsandboxed }
  const { default: packed } = await import('@sparticuz/chromium')
  // Not its own flags: they switch off web security and isolation, which the tests judge.
  const args = ['--no-sandbox', '--headless=shell']
  return { name: '@sparticuz/chromium', path: await packed.executablePath(), args }
}

const headlessShell = '/usr/bin/chromium-headless-shell'

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return existsSync(path) && statSync(path).isFile()
  } catch {
    return false
  }
}
