import { createIdentity, type Identity } from '../../src/engine/signing/identity.ts'

const made = new Map<string, Promise<Identity>>()

/** A self-signed identity, made once a test file and key type. */
export function testIdentity(keyType: 'RSA-3072' | 'EC-P256'): Promise<Identity> {
  const identity =
    made.get(keyType) ??
    createIdentity({
      name: '示例签名人',
      keyType,
      notBefore: new Date('2026-01-01T00:00:00Z'),
      notAfter: new Date('2031-01-01T00:00:00Z'),
      randomBytes: (length) => new Uint8Array(length).fill(7),
    })
  made.set(keyType, identity)
  return identity
}

/** A certificate as PEM. */
export function toPem(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
