import { createCipheriv } from 'node:crypto'
import { open } from 'node:fs/promises'

const chunkBytes = 1 << 20

/** Writes a file of `megabytes` MiB that no program can make smaller: AES-128 in counter mode over zeros. */
export async function writeRandomFile(path: string, seed: number, megabytes: number): Promise<void> {
  const key = Buffer.alloc(16)
  key.writeUInt32BE(seed)
  const cipher = createCipheriv('aes-128-ctr', key, Buffer.alloc(16))
  const zeros = Buffer.alloc(chunkBytes)
  const file = await open(path, 'w')
  try {
    for (let i = 0; i < megabytes; i++) await file.write(cipher.update(zeros))
  } finally {
    await file.close()
  }
}
