import { createIdentity, describeCertificate, writePkcs12 } from '../../engine/jobs.ts'
import { Failure } from '../../shared/contract/failure.ts'
import { validityFor } from '../../shared/domain/signing-identity.ts'
import { UsageError } from '../arguments.ts'
import { callerPath } from '../caller-path.ts'
import type { Command } from '../command.ts'
import { outputFolder } from '../files/output-folder.ts'
import { basename, dirname } from 'node:path'
import { jobContext } from '../job-context.ts'
import { passphraseOf } from '../open-identity.ts'

const minimumPassphrase = 8
const keyTypes = { rsa: 'RSA-3072', ec: 'EC-P256' } as const

/** `dossier identity new --name … --out id.p12`: a self-signed identity as PKCS#12 under a passphrase. */
export const identity: Command = async (context) => {
  const { options, terminal } = context
  if (context.positionals[0] !== 'new') throw new UsageError('missing', 'identity-new')
  const name = options['name']
  const out = options['out']
  if (typeof name !== 'string') throw new UsageError('missing', 'name')
  if (typeof out !== 'string') throw new UsageError('missing', 'out-identity')
  const keyType = keyTypeOption(options['key'])
  const years = yearsOption(options['years'])
  const passphrase = await passphraseOf(context, 'passphrase.ask-new')
  if ([...passphrase].length < minimumPassphrase) {
    throw new Failure('identity.weak-passphrase', { minimum: minimumPassphrase })
  }
  const path = callerPath(context, out)
  // For the owner's eyes only, though the key inside is encrypted.
  const output = outputFolder(dirname(path), options['force'] === true, { mode: 0o600 })
  try {
    const file = await output.create(basename(path))
    const { notBefore, notAfter } = validityFor(years, context.now)
    const made = await createIdentity({
      name: name.trim(),
      ...(typeof options['organisation'] === 'string' ? { organisation: options['organisation'] } : {}),
      keyType,
      notBefore,
      notAfter,
      randomBytes: (length) => jobContext(context).randomBytes(length),
    })
    await file.write([await writePkcs12(made, passphrase, name.trim())])
    await file.close()
    const certificate = await describeCertificate(made.certificate)
    context.signal.throwIfAborted()
    await output.publish()
    const day = (moment: Date) => moment.toISOString().slice(0, 10)
    terminal.say('identity.done', {
      path,
      name: certificate.subjectName,
      from: day(notBefore),
      to: day(notAfter),
      fingerprint: certificate.sha256Fingerprint,
    })
    terminal.result({
      path,
      name: certificate.subjectName,
      keyType: certificate.keyType,
      notBefore: notBefore.toISOString(),
      notAfter: notAfter.toISOString(),
      certificateSha256: certificate.sha256Fingerprint,
    })
    return 0
  } catch (error) {
    await output.discard()
    throw error
  }
}

function keyTypeOption(value: string | boolean | string[] | undefined): 'RSA-3072' | 'EC-P256' {
  if (value === undefined) return keyTypes.rsa
  const keyType =
    typeof value === 'string' ? keyTypes[value.toLowerCase() as keyof typeof keyTypes] : undefined
  if (keyType === undefined) throw new UsageError('bad-value', 'key')
  return keyType
}

function yearsOption(value: string | boolean | string[] | undefined): number {
  if (value === undefined) return 3
  const years = Number(value)
  if (!Number.isInteger(years) || years < 1 || years > 20) throw new UsageError('bad-value', 'years')
  return years
}
