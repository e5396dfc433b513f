import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type FontFiles, openTypefaces } from '../../src/engine/layout/typefaces.ts'

function face(path: string) {
  const url = new URL(`../../node_modules/@expo-google-fonts/${path}`, import.meta.url)
  return new Uint8Array(readFileSync(fileURLToPath(url)))
}

/** The faces the papers are set in, straight from their packages. */
export const fonts: FontFiles = {
  regular: face('noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  bold: face('noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
  fallbacks: [
    face('noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf'),
    face('noto-serif/400Regular/NotoSerif_400Regular.ttf'),
  ],
}

export const typefaces = openTypefaces(fonts)
