import type { Finding, FindingCode } from '../../shared/contract/finding.ts'
import type { Integrity } from './report.ts'

/**
 * What a finding does to integrity. `odd`: our writer never makes it, so in a bundle of ours it shows a change;
 * in a container of somebody else it only leaves a doubt.
 */
type Effect = 'unreadable' | 'changed' | 'odd' | 'cannot-confirm'

const effects: Partial<Record<FindingCode, Effect>> = {
  'zip.unreadable': 'unreadable',
  'zip.comment': 'odd',
  'zip.outside-bytes': 'odd',
  'zip.overlap': 'odd',
  'zip.header-mismatch': 'odd',
  'zip.multi-disk': 'odd',
  'zip.name-encoding': 'odd',
  'zip.duplicate-name': 'odd',
  'zip.directory-entry': 'odd',
  'zip.encrypted': 'odd',
  'zip.method': 'odd',
  'zip.ratio': 'cannot-confirm',
  'zip.size-wrong': 'changed',
  'zip.crc-wrong': 'changed',
  'zip.data-damaged': 'changed',
  'zip.not-as-written': 'changed',
  'container.not-checked': 'cannot-confirm',
  'container.unsafe-name': 'odd',
  'container.name-collision': 'odd',
  'container.link': 'odd',
  'container.too-many-files': 'cannot-confirm',
  'container.too-large': 'cannot-confirm',
  'container.control-too-large': 'cannot-confirm',
  'container.mimetype': 'odd',
  'container.signature-unsupported': 'cannot-confirm',
  'container.signature-broken': 'changed',
  'container.signatures-several': 'odd',
  'container.manifest-unreadable': 'odd',
  'container.unlisted-meta-inf': 'odd',
  'container.digest-unsupported': 'cannot-confirm',
  'container.file-changed': 'changed',
  'container.file-missing': 'changed',
  'container.file-added': 'changed',
  'container.file-renamed': 'changed',
  'container.file-unreadable': 'cannot-confirm',
  'container.list-disagrees': 'changed',
  'container.index-unreadable': 'changed',
  'container.index-disagrees': 'changed',
  'container.pdf-missing': 'changed',
  'container.pdf-not-signed': 'cannot-confirm',
  'container.pdf-not-confirmed': 'cannot-confirm',
  'container.certificate-differs': 'cannot-confirm',
  'bag.declaration': 'changed',
  'bag.no-manifest': 'changed',
  'bag.line': 'changed',
  'bag.unsafe-path': 'changed',
  'bag.listed-twice': 'changed',
  'bag.not-listed': 'changed',
  'bag.payload-count': 'changed',
  'bag.fetch': 'changed',
  'disc.copy-changed': 'changed',
}

const gravest: readonly Integrity[] = ['unreadable', 'changed', 'cannot-confirm', 'not-signed']

/**
 * Integrity as the findings leave it. `starting` is what the signature gives when nothing else is wrong;
 * `ours`: the container says it is a bundle of ours.
 */
export function bundleIntegrity(findings: readonly Finding[], starting: Integrity, ours: boolean): Integrity {
  const present = new Set<Integrity>([starting])
  for (const { code } of findings) {
    const effect = effects[code]
    if (effect !== undefined) present.add(effect === 'odd' ? (ours ? 'changed' : 'cannot-confirm') : effect)
  }
  return gravest.find((integrity) => present.has(integrity)) ?? 'intact'
}
