import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { imageSizeOf } from '../../../src/engine/jobs.ts'
import { temporaryFolder } from '../../builders/temporary-folder.ts'
import { hasTool } from '../../judges.ts'

const formats = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  webp: 'image/webp',
  avif: 'image/avif',
} as const

describe('the size of a picture', () => {
  test.skipIf(!hasTool('convert'))('is read from headers that other programs wrote', async () => {
    const folder = await temporaryFolder()
    for (const [ending, mediaType] of Object.entries(formats)) {
      const path = join(folder, `picture.${ending}`)
      try {
        execFileSync('convert', ['-size', '321x123', 'plasma:', path], { stdio: 'pipe' })
      } catch {
        console.warn(`SKIPPED: convert writes no ${ending}`)
        continue
      }
      const bytes = new Uint8Array(readFileSync(path))
      expect(await imageSizeOf(bytes, mediaType), ending).toEqual({ width: 321, height: 123 })
    }
  })

  test('of a JPEG is the one of its pixels, however EXIF turns it', async () => {
    const bytes = new Uint8Array(readFileSync('resources/sample/01_营业执照副本.jpg'))
    expect(await imageSizeOf(bytes, 'image/jpeg')).toEqual({ width: 1158, height: 1638 })
  })

  test('is undefined for what the window cannot show', async () => {
    expect(await imageSizeOf(new Uint8Array(64), 'image/tiff')).toBeUndefined()
    expect(await imageSizeOf(new Uint8Array(64), 'image/heic')).toBeUndefined()
    expect(await imageSizeOf(new Uint8Array(64), 'constructor')).toBeUndefined()
  })

  test('is zero where the header is cut off, and no bytes make it throw', async () => {
    expect(await imageSizeOf(new Uint8Array([0xff, 0xd8, 0xff]), 'image/jpeg')).toEqual({
      width: 0,
      height: 0,
    })
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom(...Object.values(formats)),
        async (bytes, mediaType) => {
          const size = await imageSizeOf(new Uint8Array(bytes), mediaType)
          expect(size!.width).toBeGreaterThanOrEqual(0)
          expect(size!.height).toBeGreaterThanOrEqual(0)
        },
      ),
      { numRuns: 500, seed: 20261122 },
    )
  })
})
