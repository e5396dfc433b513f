import { useTranslation } from 'react-i18next'
import { useNotify } from '../../app/notify.ts'
import type { StoredIdentity } from '../../register/signing-records.ts'
import { useServices } from '../../services.ts'
import { backupFile, fileNameOf, pemFile, saveProven } from './save-identity.ts'

export interface IdentityFiles {
  /** Saves the file that brings an identity back; gives its name, undefined when cancelled. Throws as `saveProven`. */
  backUp(called: string, identity: { readonly pkcs12: string }): Promise<string | undefined>
  /** Saves a backup of one that is in the register, notes when, and tells; failures are told too. */
  backUpAgain(identity: StoredIdentity): Promise<void>
  /** Saves the certificate as text and tells. Throws as `saveProven`. */
  saveCertificate(identity: StoredIdentity): Promise<void>
}

/** What leaves the register of an identity, through the system's dialogs. */
export function useIdentityFiles(): IdentityFiles {
  const { t } = useTranslation('identity')
  const { platform, session, now } = useServices()
  const notify = useNotify()
  const backUp: IdentityFiles['backUp'] = (called, identity) =>
    saveProven(
      platform,
      fileNameOf((name) => t('backupName', { name }), called, '.p12'),
      backupFile(identity),
    )
  return {
    backUp,
    async backUpAgain(identity) {
      try {
        const name = await backUp(identity.label, identity)
        if (name === undefined) return
        const backedUpAt = now().toISOString()
        await session.register().identities.edit(identity.id, (stored) => ({ ...stored, backedUpAt }))
        notify({ text: t('backupSavedTwice', { name }) })
      } catch (error) {
        notify.failure(error)
      }
    },
    async saveCertificate(identity) {
      // No .cer or .crt: a double click on one opens a window that offers to install it.
      const suggested = fileNameOf((name) => t('certificateName', { name }), identity.label, '.pem.txt')
      const name = await saveProven(platform, suggested, pemFile(identity.certificate))
      if (name !== undefined) notify({ text: t('certificateSaved', { name }) })
    },
  }
}
