import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotify } from '../../app/notify.ts'
import { useIdentities } from '../../components/signing/use-identities.ts'
import type { StoredIdentity } from '../../register/signing-records.ts'
import { useSession } from '../../register/use-session.ts'
import { useServices } from '../../services.ts'
import { CertificateDialog } from './CertificateDialog.tsx'
import styles from './identities.module.css'
import { IdentityCard } from './IdentityCard.tsx'
import { ImportIdentityDialog } from './ImportIdentityDialog.tsx'
import { MakeIdentityDialog } from './MakeIdentityDialog.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import { RenameDialog } from './RenameDialog.tsx'
import { WhatItProves } from './WhatItProves.tsx'

type Dialog =
  | { readonly kind: 'make' | 'import' }
  | { readonly kind: 'rename' | 'certificate' | 'remove'; readonly identity: StoredIdentity }

/** The signing identities of the register: what each is, and everything that can be done with them but signing. */
export function IdentitiesSection() {
  const { t } = useTranslation('identity')
  const { session, now } = useServices()
  const notify = useNotify()
  const state = useSession()
  const identities = useIdentities()
  const [dialog, setDialog] = useState<Dialog>()
  const readOnly = state.kind === 'open' && state.readOnly
  const close = () => setDialog(undefined)
  // Asked for first: what is made must have a place to be kept in.
  const begin = async (kind: 'make' | 'import') => {
    try {
      if (await session.whenStorable()) setDialog({ kind })
    } catch (error) {
      notify.failure(error)
    }
  }
  return (
    <div className="stack">
      <p>{t('lead')}</p>
      {readOnly && <p className="quiet">{t('readOnly')}</p>}
      <div className="row">
        <Button type="primary" disabled={readOnly} onClick={() => void begin('make')}>
          {t('make')}
        </Button>
        <Button disabled={readOnly} onClick={() => void begin('import')}>
          {t('import')}
        </Button>
      </div>
      {identities?.length === 0 && (
        <div className={styles.empty}>
          <h3>{t('emptyTitle')}</h3>
          <p className="quiet">{t('emptyText')}</p>
        </div>
      )}
      {identities && identities.length > 0 && (
        <ul className={styles.list} aria-label={t('list')}>
          {identities.map((identity) => (
            <li key={identity.id}>
              <IdentityCard
                identity={identity}
                now={now()}
                readOnly={readOnly}
                onRename={() => setDialog({ kind: 'rename', identity })}
                onCertificate={() => setDialog({ kind: 'certificate', identity })}
                onRemove={() => setDialog({ kind: 'remove', identity })}
              />
            </li>
          ))}
        </ul>
      )}
      <WhatItProves level={3} />
      {dialog?.kind === 'make' && <MakeIdentityDialog onClose={close} />}
      {dialog?.kind === 'import' && <ImportIdentityDialog known={identities ?? []} onClose={close} />}
      {dialog?.kind === 'rename' && <RenameDialog identity={dialog.identity} onClose={close} />}
      {dialog?.kind === 'certificate' && <CertificateDialog identity={dialog.identity} onClose={close} />}
      {dialog?.kind === 'remove' && <RemoveDialog identity={dialog.identity} onClose={close} />}
    </div>
  )
}
