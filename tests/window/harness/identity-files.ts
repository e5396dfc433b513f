import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createIdentity } from '../../../src/engine/signing/identity.ts'
import { writePkcs12 } from '../../../src/engine/signing/pkcs12.ts'

/** Under which the files below open; weak, as authorities hand them out. */
export const filePassphrase = 'Pa55 word'

/** A PKCS#12 file of a self-made identity with days of its own; gives its path. */
export async function datedIdentity(folder: string, name: string, from: string, to: string): Promise<string> {
  const made = await createIdentity({
    name,
    keyType: 'EC-P256',
    notBefore: new Date(from),
    notAfter: new Date(to),
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  })
  const path = join(folder, `${name}.p12`)
  const quick = { passphrase: filePassphrase, friendlyName: name, iterations: 1000 }
  await writeFile(path, await writePkcs12({ ...made, ...quick }))
  return path
}

/** A PKCS#12 file made by openssl: `usage` of its key, the kind of key, and options of its export; gives its path. */
export function opensslIdentity(
  folder: string,
  name: string,
  { usage = 'digitalSignature', key = 'rsa:2048', passphrase = filePassphrase, options = [] as string[] },
): string {
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })
  const files = ['-keyout', `${name}.key`, '-out', `${name}.crt`]
  const subject = ['-subj', `/O=Example Authority/CN=${name}`, '-addext', `keyUsage=critical,${usage}`]
  openssl('req', '-x509', '-newkey', key, '-nodes', '-days', '400', '-utf8', ...subject, ...files)
  const pair = ['-inkey', `${name}.key`, '-in', `${name}.crt`, '-passout', `pass:${passphrase}`]
  openssl('pkcs12', '-export', ...pair, ...options, '-out', `${name}.p12`)
  return join(folder, `${name}.p12`)
}

/** The private key of a PKCS#12 file as PKCS#8, unprotected; its certificate as PEM. */
export function opened(
  folder: string,
  path: string,
  passphrase: string,
  options: readonly string[] = [],
): { readonly key: Buffer; readonly pem: string } {
  const openssl = (input: Buffer | undefined, ...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, input, stdio: ['pipe', 'pipe', 'ignore'] })
  const from = ['pkcs12', '-in', path, '-passin', `pass:${passphrase}`, '-nodes', ...options]
  const key = openssl(undefined, ...from, '-nocerts')
  return {
    key: openssl(key, 'pkcs8', '-topk8', '-nocrypt', '-outform', 'DER'),
    pem: openssl(openssl(undefined, ...from, '-nokeys'), 'x509').toString(),
  }
}
