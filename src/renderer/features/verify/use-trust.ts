import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotify } from '../../app/notify.ts'
import type { ReadCertificate } from '../../engine-host/engine.ts'
import type { StoredIdentity, TrustedSigner } from '../../register/signing-records.ts'
import { useLive } from '../../register/use-live.ts'
import { useSession } from '../../register/use-session.ts'
import { useServices } from '../../services.ts'

export interface Trust {
  /** By their labels. */
  readonly signers: readonly TrustedSigner[]
  readonly identities: readonly StoredIdentity[]
  readonly readOnly: boolean
  isTrusted(certificateSha256: string | undefined): boolean
  isOwn(certificateSha256: string | undefined): boolean
  /** Trusts a certificate from now on, once there is a vault. False when the person declined, or it was there. */
  add(certificate: ReadCertificate, label: string, way: TrustedSigner['way']): Promise<boolean>
  /** Trusts it no more; can be undone for a while. */
  remove(signer: TrustedSigner): Promise<void>
}

/** The trusted signers of the register; undefined until they are read. */
export function useTrust(): Trust | undefined {
  const { t } = useTranslation('verify')
  const { session, now, newId } = useServices()
  const notify = useNotify()
  const state = useSession()
  const signers = useLive((register) => register.signers.all(), [])
  const identities = useLive((register) => register.identities.all(), [])

  const add = useCallback<Trust['add']>(
    async ({ der, described }, label, way) => {
      try {
        if (!(await session.whenStorable())) return false
        const { signers: kept } = session.register()
        const certificateSha256 = described.sha256Fingerprint
        const known = (await kept.all()).find((each) => each.certificateSha256 === certificateSha256)
        if (known) {
          notify({ kind: 'info', text: t('trust.addedAgain', { name: known.label }) })
          return false
        }
        const signer: TrustedSigner = {
          id: newId(),
          label,
          certificate: btoa(Array.from(der, (byte) => String.fromCharCode(byte)).join('')),
          subjectName: described.subjectName,
          issuerName: described.issuerName,
          selfSigned: described.selfSigned,
          notBefore: secondsOf(described.notBefore),
          notAfter: secondsOf(described.notAfter),
          certificateSha256,
          way,
          addedAt: secondsOf(now()),
        }
        await kept.add(signer)
        notify({
          kind: 'done',
          text: t('trust.done', { name: label }),
          action: {
            label: t('trust.undo'),
            run: () =>
              session
                .register()
                .signers.remove(signer.id)
                .catch((error: unknown) => notify.failure(error)),
          },
        })
        return true
      } catch (error) {
        notify.failure(error)
        return false
      }
    },
    [newId, notify, now, session, t],
  )

  const remove = useCallback<Trust['remove']>(
    async (signer) => {
      try {
        await session.register().signers.remove(signer.id)
        notify({
          kind: 'done',
          text: t('trust.removed', { name: signer.label }),
          action: {
            label: t('trust.undo'),
            run: () =>
              session
                .register()
                .signers.add(signer)
                .catch((error: unknown) => notify.failure(error)),
          },
        })
      } catch (error) {
        notify.failure(error)
      }
    },
    [notify, session, t],
  )

  if (!signers || !identities) return undefined
  return {
    signers: signers.toSorted((a, b) => a.label.localeCompare(b.label, 'zh')),
    identities,
    readOnly: state.kind === 'open' && state.readOnly,
    isTrusted: (fingerprint) => signers.some((each) => each.certificateSha256 === fingerprint),
    isOwn: (fingerprint) => identities.some((each) => each.certificateSha256 === fingerprint),
    add,
    remove,
  }
}

function secondsOf(instant: Date): string {
  return instant.toISOString().replace(/\.\d{3}Z$/, 'Z')
}
