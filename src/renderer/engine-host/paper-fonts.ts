import bold from '../../../resources/fonts/NotoSerifSC-Bold.ttf?url'
import japanese from '../../../resources/fonts/NotoSerifJP-Regular.ttf?url'
import latin from '../../../resources/fonts/NotoSerif-Regular.ttf?url'
import regular from '../../../resources/fonts/NotoSerifSC-Regular.ttf?url'
import type { FontFiles } from '../../engine/jobs.ts'

/** The faces that papers are set in, fetched from where the window is served. Throws when one does not come. */
export async function paperFonts(): Promise<FontFiles> {
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
  return new Uint8Array(await response.arrayBuffer())
}
