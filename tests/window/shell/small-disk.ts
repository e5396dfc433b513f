import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A disk of so many bytes that can be filled up, where this person may mount one; gone after the tests of the file. */
export function mountSmallDisk(bytes: number): string | undefined {
  if (process.platform !== 'linux') return undefined
  const place = mkdtempSync(join(tmpdir(), 'dossier-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', place], { stdio: 'ignore' })
  } catch {
    rmdirSync(place)
    console.warn('SKIPPED: no small disk can be mounted here to fill up')
    return undefined
  }
  afterAll(() => {
    execFileSync('umount', [place], { stdio: 'ignore' })
    rmdirSync(place)
  })
  return place
}
