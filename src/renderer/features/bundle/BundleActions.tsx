import { DownOutlined, PrinterOutlined, SaveOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MenuButton } from '../../components/MenuButton.tsx'
import type { StoredBundle } from '../../register/bundle-records.ts'
import { PrintDialog } from './PrintDialog.tsx'
import { saveForms } from './save-bundle.ts'
import { useSaveBundle } from './use-save-bundle.ts'

interface BundleActionsProps {
  readonly bundle: StoredBundle
  readonly primary?: boolean
}

/** Saves and prints a bundle. */
export function BundleActions({ bundle, primary = false }: BundleActionsProps) {
  const { t } = useTranslation('bundle')
  const save = useSaveBundle()
  const [printing, setPrinting] = useState(false)
  return (
    <div className="row">
      <MenuButton
        type={primary ? 'primary' : 'default'}
        icon={<SaveOutlined aria-hidden />}
        menu={{
          items: saveForms.map((form) => ({
            key: form,
            label: t(`save.${form}`),
            onClick: () => void save(bundle, form),
          })),
        }}
      >
        {t('save')}
        <DownOutlined aria-hidden />
      </MenuButton>
      <Button icon={<PrinterOutlined aria-hidden />} onClick={() => setPrinting(true)}>
        {t('print')}
      </Button>
      {printing && <PrintDialog bundle={bundle} onClose={() => setPrinting(false)} />}
    </div>
  )
}
