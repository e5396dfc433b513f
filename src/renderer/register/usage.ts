import type { Register } from './register.ts'

/** What the register takes on the disk, in bytes. */
export interface StorageUse {
  readonly originals: number
  readonly originalBytes: number
  /** What the browser says this window stores and may store, roughly; undefined when it does not say. */
  readonly estimate: { readonly used: number; readonly quota: number } | undefined
  /** True when the browser promised not to clear it. */
  readonly persisted: boolean
}

/** Sizes for the settings. */
export async function storageUse(register: Register): Promise<StorageUse> {
  const { count, bytes } = await register.contents.usage()
  const storage = 'storage' in navigator ? navigator.storage : undefined
  const { usage, quota } = (await storage?.estimate()) ?? {}
  return {
    originals: count,
    originalBytes: bytes,
    estimate: usage === undefined || quota === undefined ? undefined : { used: usage, quota },
    persisted: (await storage?.persisted()) ?? false,
  }
}
