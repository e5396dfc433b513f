import { readFile } from 'node:fs/promises'

/** What stands before the fuses in every Electron binary; then come version, length, and a character for each fuse. */
export const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** Fuses of version 1 in the order of the wire, named as the configuration names them. */
export const fuseNames = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const

export type Fuse = (typeof fuseNames)[number]

/** How the fuses of a binary stand: on, off, or removed from this Electron. Throws when it has no fuses. */
export async function readFuses(binary: string): Promise<Record<Fuse, boolean | 'removed'>> {
  const bytes = await readFile(binary)
  const at = bytes.indexOf(fuseSentinel)
  if (at < 0) throw new Error(`no fuses in ${binary}`)
  const wire = bytes.subarray(at + fuseSentinel.length)
  if (wire[0] !== 1) throw new Error(`fuses of an unknown version ${wire[0] ?? 'none'} in ${binary}`)
  const states = fuseNames.map((name, index) => [name, stateOf(wire[2 + index])] as const)
  return Object.fromEntries(states) as Record<Fuse, boolean | 'removed'>
}

function stateOf(byte: number | undefined): boolean | 'removed' {
  if (byte === 0x72) return 'removed'
  return byte === 0x31
}
