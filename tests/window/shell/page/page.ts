import type { CommandName, WindowEvent } from '../../../../src/shared/contract/bridge.ts'
import { Failure } from '../../../../src/shared/contract/failure.ts'
import { choosePlatform } from '../../../../src/renderer/platform/choose-platform.ts'
import { droppedFiles } from '../../../../src/renderer/platform/dropped-files.ts'
import { missingFeatures } from '../../../../src/renderer/platform/needed-features.ts'
import { pastedFiles } from '../../../../src/renderer/platform/pasted-files.ts'
import { pickFiles, pickFolder } from '../../../../src/renderer/platform/pick-files.ts'
import type { FileSink, GatheredFiles } from '../../../../src/renderer/platform/platform.ts'

/** What the tests reach in the page: the platform as the window uses it, and what it was told. */
export interface PlainPage {
  readonly platform: ReturnType<typeof choosePlatform>
  readonly events: (WindowEvent['kind'] | CommandName)[]
  /** The events at which the page could have opened a dialog to choose files. */
  readonly asActs: PlainPage['events']
  /** Addresses the policy refused. */
  readonly violations: string[]
  readonly missing: readonly string[]
  readonly pickFiles: typeof pickFiles
  readonly pickFolder: typeof pickFolder
  readonly pasted: typeof pastedFiles
  /** The files of the last drop anywhere on the page. */
  dropped: Promise<GatheredFiles>
  /** Numbers of files told while a drop was gathered. */
  readonly reports: number[]
  stopDrop(): void
  /** Saves a file of seeded bytes in one go; gives its digest, or how it ended. */
  save(name: string, size: number): Promise<string>
  /** Saves a folder of seeded files; gives how it ended. */
  saveFolder(name: string, files: Readonly<Record<string, number>>): Promise<string>
  /** Answers the event `closing` from now on after so many milliseconds (at first at once), or not at all. */
  answerClosing(afterMs: number | undefined): void
}

const platform = choosePlatform('0.0.0', () => new Date())
const events: PlainPage['events'] = []
const asActs: PlainPage['events'] = []
const violations: string[] = []
let closingAnswer: number | undefined = 0

addEventListener('securitypolicyviolation', (violation) => violations.push(violation.blockedURI))
platform.onEvent((event) => {
  const name = event.kind === 'command' ? event.command : event.kind
  events.push(name)
  console.info(name)
  if (navigator.userActivation.isActive) asActs.push(name)
  if (event.kind === 'closing' && closingAnswer !== undefined) {
    setTimeout(() => platform.readyToClose(), closingAnswer)
  }
})

/** Bytes that look random, and differ with their position. */
function seeded(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  let state = size + 1
  for (let i = 0; i < size; i += 1) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    bytes[i] = state >>> 24
  }
  return bytes
}

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function fill(sink: FileSink, bytes: Uint8Array): Promise<void> {
  // Odd pieces: nothing may depend on the size of a block.
  for (let offset = 0; offset < bytes.byteLength; offset += 1_000_003) {
    await sink.write(bytes.subarray(offset, offset + 1_000_003))
  }
  await sink.commit()
}

async function ending(work: () => Promise<string>, undo: () => Promise<void>): Promise<string> {
  try {
    return await work()
  } catch (error) {
    await undo()
    if (error instanceof Failure) return `${error.code} ${JSON.stringify(error.facts)}`
    return String(error)
  }
}

const page: PlainPage = {
  platform,
  events,
  asActs,
  violations,
  missing: missingFeatures(),
  pickFiles,
  pickFolder,
  pasted: pastedFiles,
  dropped: Promise.resolve({ files: [], leftOut: [] }),
  reports: [],
  stopDrop: () => drop.abort(),
  async save(name, size) {
    let sink: FileSink | undefined
    return ending(
      async () => {
        sink = await platform.saveFile(name)
        if (!sink) return 'cancelled'
        const bytes = seeded(size)
        await fill(sink, bytes)
        return digestOf(bytes)
      },
      async () => sink?.abort(),
    )
  },
  async saveFolder(name, files) {
    let folder: Awaited<ReturnType<typeof platform.saveFolder>>
    return ending(
      async () => {
        folder = await platform.saveFolder(name)
        if (!folder) return 'cancelled'
        for (const [path, size] of Object.entries(files)) await fill(await folder.create(path), seeded(size))
        await folder.commit()
        return folder.name
      },
      async () => folder?.abort(),
    )
  },
  answerClosing(afterMs) {
    closingAnswer = afterMs
  },
}
Object.assign(window, { page })

let drop = new AbortController()
addEventListener('dragover', (event) => event.preventDefault())
addEventListener('drop', (event) => {
  event.preventDefault()
  if (!event.dataTransfer) return
  drop = new AbortController()
  page.dropped = droppedFiles(event.dataTransfer, {
    signal: drop.signal,
    report: (found) => page.reports.push(found),
  })
  page.dropped.catch(() => undefined)
})
