import { Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyForHolder } from '../../../../shared/domain/split-case.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useWork } from '../../../components/use-work.ts'
import { useServices } from '../../../services.ts'
import { useDraft } from '../case-context.ts'
import { entryWords } from '../place-words.ts'
import styles from '../case.module.css'
import { GroupChoice } from './GroupChoice.tsx'
import { useNewCase } from './use-new-case.ts'

/** Makes a copy of the case that says nothing of the other right holders. */
export function CopyForHolder({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('notice')
  const { t: inCase } = useTranslation('case')
  const { newId } = useServices()
  const draft = useDraft()
  const work = useWork()
  const open = useNewCase()
  const [holder, setHolder] = useState<string>()
  const [groups, setGroups] = useState<ReadonlySet<string>>(new Set())
  const submit = () =>
    void work.run(async () => {
      if (holder !== undefined)
        await open((caseCode) => copyForHolder(draft, holder, { caseCode, groups, newId }))
    })
  return (
    <Modal
      open
      title={t('oneHolderTitle')}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" disabled={holder === undefined} loading={work.busy} onClick={submit}>
            {t('oneHolderOk')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="quiet">{t('oneHolderText')}</p>
        <Radio.Group
          aria-label={t('oneHolderWhich')}
          className={styles.boxes ?? ''}
          value={holder}
          options={draft.rightHolders.map(({ id }, index) => ({
            value: id,
            label: entryWords(inCase, draft, 'rightHolders', index),
          }))}
          onChange={(event) => setHolder(event.target.value as string)}
        />
        <GroupChoice chosen={groups} onChange={setGroups} />
        {work.error !== undefined && <ErrorNotice error={work.error} />}
      </div>
    </Modal>
  )
}
