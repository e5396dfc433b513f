import { IdcardOutlined, PaperClipOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDraft } from '../../../shared/domain/case-draft.ts'
import type { Item } from '../../register/register.ts'
import { HolderPicker } from './HolderPicker.tsx'
import { PaperPicker } from './PaperPicker.tsx'
import styles from './papers.module.css'

interface FromLibraryProps {
  readonly caseId: string
  readonly draft: CaseDraft
  readonly items: readonly Item[]
  /** Done first: what was typed must be stored. */
  readonly before: () => Promise<unknown>
}

/** The two ways from the library into a case: a right holder with everything, or papers alone. */
export function FromLibrary({ caseId, draft, items, before }: FromLibraryProps) {
  const { t } = useTranslation('library')
  const [open, setOpen] = useState<'holder' | 'papers'>()
  const close = () => setOpen(undefined)
  return (
    <div className={styles.buttons}>
      <Button icon={<IdcardOutlined aria-hidden />} onClick={() => setOpen('holder')}>
        {t('holderFromLibrary')}
      </Button>
      {draft.rightHolders.length > 0 && (
        <Button icon={<PaperClipOutlined aria-hidden />} onClick={() => setOpen('papers')}>
          {t('papersFromLibrary')}
        </Button>
      )}
      {open === 'holder' && <HolderPicker caseId={caseId} before={before} onClose={close} />}
      {open === 'papers' && (
        <PaperPicker caseId={caseId} draft={draft} items={items} before={before} onClose={close} />
      )}
    </div>
  )
}
