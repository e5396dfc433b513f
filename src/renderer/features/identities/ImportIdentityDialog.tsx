import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotify } from '../../app/notify.ts'
import type { StoredIdentity } from '../../register/signing-records.ts'
import { IdentityFileStep, type OpenedFile } from './IdentityFileStep.tsx'
import { LookStep } from './LookStep.tsx'
import { useIdentityFiles } from './use-identity-files.ts'

interface ImportIdentityDialogProps {
  /** The register's own, so that none is kept twice. */
  readonly known: readonly StoredIdentity[]
  readonly onClose: () => void
}

/** Opens a PKCS#12 file, shows its certificate, and keeps the identity wrapped anew. */
export function ImportIdentityDialog({ known, onClose }: ImportIdentityDialogProps) {
  const { t } = useTranslation('identity')
  const notify = useNotify()
  const files = useIdentityFiles()
  const [file, setFile] = useState<File>()
  const [opened, setOpened] = useState<OpenedFile>()
  const kept = (identity: StoredIdentity) => {
    onClose()
    notify({
      text: t('imported', { label: identity.label }),
      action: { label: t('importedAgain'), run: () => files.backUpAgain(identity) },
    })
  }
  return (
    <Modal
      open
      title={t('importTitle')}
      width={560}
      footer={null}
      mask={{ closable: false }}
      onCancel={onClose}
    >
      {opened === undefined ? (
        <IdentityFileStep file={file} onFile={setFile} onOpened={setOpened} onCancel={onClose} />
      ) : (
        <LookStep opened={opened} known={known} onKept={kept} onBack={() => setOpened(undefined)} />
      )}
    </Modal>
  )
}
