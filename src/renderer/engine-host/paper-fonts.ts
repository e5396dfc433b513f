import bold from '../../../resources/fonts/NotoSerifSC-Bold.ttf?url'
import japanese from '../../../resources/fonts/NotoSerifJP-Regular.ttf?url'
import latin from '../../../resources/fonts/NotoSerif-Regular.ttf?url'
import regular from '../../../resources/fonts/NotoSerifSC-Regular.ttf?url'
import type { FontFiles } from '../../engine/jobs.ts'

let fetched: Promise<FontFiles> | undefined

/**
 * The faces that papers are set in, fetched from where the window is served, once in a worker, for they have 38 MB. Throws
 * when one does not come; the next call tries again.
 */
export async function paperFonts(): Promise<FontFiles> {
  fetched ??= fetchFonts().catch((error: unknown) => {
    fetched = undefined
    throw error
  })
  // What is opened is remembered by this object. Each job opens its own: glyphs remember who asked for them first.
  return { ...(await fetched) }
}

async function fetchFonts(): Promise<FontFiles> {
  const [regularBytes, boldBytes, ...fallbacks] = await Promise.all([
    bytesOf(regular),
    bytesOf(bold),
    bytesOf(japanese),
    bytesOf(latin),
  ])
  return { regular: regularBytes, bold: boldBytes, fallbacks }
}

async function bytesOf(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return wholeBody(response)
}

/** The body in memory of its own: what `arrayBuffer` gathers it in stays in memory beside it for as long as a worker lives. */
async function wholeBody(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const length = Number(response.headers.get('content-length'))
  if (!response.body || !(length > 0)) return new Uint8Array(await response.arrayBuffer())
  const whole = new Uint8Array(length)
  let filled = 0
  const reader = response.body.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    if (filled + read.value.byteLength > length) throw new Error(`${response.url}: more than was announced`)
    whole.set(read.value, filled)
    filled += read.value.byteLength
  }
  if (filled < length) throw new Error(`${response.url} did not load`)
  return whole
}
