import type { Bytes, OutputFolder } from '../ports.ts'

/** Writes a file that lies in memory whole. */
export async function writeSmallFile(output: OutputFolder, path: string, bytes: Bytes): Promise<void> {
  const file = await output.create(path)
  await file.write([bytes])
  await file.close()
}
