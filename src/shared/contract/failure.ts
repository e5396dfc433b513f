/** Plain values that fill the blanks of a sentence; never prose. */
export type Facts = Readonly<Record<string, string | number | boolean>>

/** Foreseen ends of a job. Each has a sentence in both languages in `messages/`. */
export const failureCodes = [
  'case.unreadable',
  'case.refused',
  'holidays.unreadable',
  'holidays.refused',
  'folder.unreadable',
  'evidence.missing',
  'evidence.changed',
  'evidence.unreadable',
  'source.unstable',
  'bundle.gaps',
  'bundle.limit',
  'bundle.too-large',
  'bundle.self-check',
  'bundle.not-identical',
  'bundle.parts-unreadable',
  'font.missing',
  'text.unprintable',
  'folder.not-empty',
  'path.absent',
  'output.exists',
  'output.not-a-folder',
  'output.foreign',
  'output.unwritable',
  'output.no-space',
  'output.disk-full',
  'output.too-large',
  'output.failed',
  'output.unreadable',
  'output.not-opened',
  'print.too-large',
  'print.blocked',
  'identity.unreadable',
  'identity.wrong-passphrase',
  'identity.no-key',
  'identity.unsupported-key',
  'identity.expired',
  'identity.not-yet-valid',
  'identity.expired-then',
  'identity.not-yet-valid-then',
  'identity.not-for-signing',
  'identity.weak-passphrase',
  'identity.too-large',
  'identity.backup-differs',
  'signing.reserve',
  'passphrase.unreadable',
  'trust.unreadable',
  'verify.changed',
  'verify.vanished',
  'verify.unreadable',
  'verify.too-many',
  'certificate.unreadable',
  'register.locked',
  'register.read-only',
  'register.full',
  'register.changed-elsewhere',
  'register.not-stored',
  'register.newer',
  'register.unusable',
  'register.damaged',
  'window.not-served',
  'vault.wrong-passphrase',
  'vault.wait',
  'vault.wrong-recovery-code',
  'vault.weak-passphrase',
  'content.missing',
  'content.damaged',
  'intake.changed',
  'intake.vanished',
  'intake.unreadable',
  'intake.too-many',
  'intake.case-full',
  'preview.unreadable',
  'preview.password',
  'preview.too-large',
  'preview.too-many-pixels',
  'preview.not-shown',
  'preview.timed-out',
] as const

export type FailureCode = (typeof failureCodes)[number]

/** A foreseen failure: a code and facts. Words are made last, by `messages/`. */
export class Failure extends Error {
  readonly code: FailureCode
  readonly facts: Facts

  constructor(code: FailureCode, facts: Facts = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(facts)}`, cause === undefined ? undefined : { cause })
    this.name = 'Failure'
    this.code = code
    this.facts = facts
  }
}
