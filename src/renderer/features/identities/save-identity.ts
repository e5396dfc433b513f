import { Failure } from '../../../shared/contract/failure.ts'
import { plainFileName } from '../../../shared/contract/file-name.ts'
import { bytesOfBase64 } from '../../engine-host/base64.ts'
import type { Platform } from '../../platform/platform.ts'

const longestName = 40

/**
 * Asks where to, writes a small file and reads it back before it gets its name. Gives the name it was saved under;
 * undefined when cancelled. Throws Failure output.*, identity.backup-differs; nothing stays behind then.
 */
export async function saveProven(
  platform: Platform,
  suggestedName: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string | undefined> {
  const sink = await platform.saveFile(suggestedName)
  if (!sink) return undefined
  try {
    await sink.write(bytes)
    await sink.settle()
    // One byte more, so that a longer file is seen as well.
    const found = await sink.read(0, bytes.length + 1)
    const isSame = found.length === bytes.length && found.every((byte, index) => byte === bytes[index])
    if (!isSame) throw new Failure('identity.backup-differs', { name: sink.name })
    await sink.commit()
    return sink.name
  } catch (error) {
    await sink.abort()
    throw error
  }
}

/** A file name that begins with what a person called something. */
export function fileNameOf(words: (name: string) => string, called: string, ending: string): string {
  const name = [...called].slice(0, longestName).join('')
  return plainFileName(`${words(name)}${ending}`)
}

/** A certificate as text (RFC 7468), with the line ends every editor shows. */
export function pemOf(certificate: string): string {
  const lines = base64Lines(certificate)
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\r\n')
}

/** The same as the bytes of a file. */
export function pemFile(certificate: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(new TextEncoder().encode(pemOf(certificate)))
}

/** The PKCS#12 file of an identity: itself its backup. */
export function backupFile({ pkcs12 }: { readonly pkcs12: string }): Uint8Array<ArrayBuffer> {
  return bytesOfBase64(pkcs12)
}

function base64Lines(text: string): readonly string[] {
  return text.match(/.{1,64}/g) ?? []
}
