import type { FileSink, Platform } from '../../platform/platform.ts'

/** Asks where to and writes a small file there, all or nothing; undefined when the person cancelled. Throws Failure output.*. */
export async function saveWritten(
  platform: Pick<Platform, 'saveFile'>,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<FileSink | undefined> {
  const sink = await platform.saveFile(name)
  if (!sink) return undefined
  try {
    await sink.write(bytes)
    await sink.commit()
    return sink
  } catch (error) {
    await sink.abort()
    throw error
  }
}

/** Text as a file that every editor of Windows reads: UTF-8 with a byte order mark, lines ended by CRLF. */
export function textFile(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`\ufeff${text.replace(/\r?\n/g, '\r\n')}`)
}
