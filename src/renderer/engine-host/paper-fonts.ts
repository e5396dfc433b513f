import serifBold from '../../../resources/fonts/NotoSerifSC-Bold.ttf?url'
import serifJapanese from '../../../resources/fonts/NotoSerifJP-Regular.ttf?url'
import serifLatin from '../../../resources/fonts/NotoSerif-Regular.ttf?url'
import serifRegular from '../../../resources/fonts/NotoSerifSC-Regular.ttf?url'
import type { FontFiles } from '../../engine/jobs.ts'
import { Failure } from '../../shared/contract/failure.ts'

let loading: Promise<FontFiles> | undefined

/** The faces that papers are set in, fetched once a thread. Throws Failure font.missing. */
export function paperFonts(): Promise<FontFiles> {
  loading ??= loadFonts().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function loadFonts(): Promise<FontFiles> {
  const [regular, bold, ...fallbacks] = await Promise.all(
    [serifRegular, serifBold, serifJapanese, serifLatin].map(fontAt),
  )
  if (!regular || !bold) throw new Failure('font.missing', { name: 'NotoSerifSC' })
  return { regular, bold, fallbacks }
}

async function fontAt(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(address)
  if (!response.ok) throw new Failure('font.missing', { name: address.split('/').at(-1) ?? address })
  return new Uint8Array(await response.arrayBuffer())
}
