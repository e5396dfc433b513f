import { Button, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { withChecklistState } from '../../../../shared/domain/checklist-edit.ts'
import { useCaseWork } from '../case-context.ts'
import styles from './checklist.module.css'

interface EvidencePickerProps {
  readonly code: string
  /** Of the entry. */
  readonly title: string
  readonly onClose: () => void
}

/** Says which original of the case fulfils an entry, and that the entry is ready. */
export function EvidencePicker({ code, title, onClose }: EvidencePickerProps) {
  const { t } = useTranslation('checklist')
  const { items, editor } = useCaseWork()
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<string>()
  const plain = (text: string) => text.normalize('NFKC').toLowerCase()
  const named = items
    .filter((item) => !item.trashed)
    .map((item) => ({ sha256: item.original.sha256, name: item.details.name || item.original.path }))
    .filter(({ sha256 }, index, all) => all.findIndex((each) => each.sha256 === sha256) === index)
  const shown = named.filter(({ name }) => plain(name).includes(plain(query.trim())))
  const attach = () => {
    if (chosen === undefined) return
    editor.change(
      (draft) =>
        withChecklistState(draft, code, {
          status: 'ready',
          sha256: chosen,
          paper: undefined,
          reason: undefined,
        }),
      { kind: 'case.edit' },
    )
    onClose()
  }
  return (
    <Modal
      open
      title={t('pickEvidence', { title })}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" disabled={chosen === undefined} onClick={attach}>
            {t('pickEvidenceOk')}
          </Button>
        </>
      }
    >
      <div className="stack">
        {named.length > 8 && (
          <Input
            allowClear
            autoComplete="off"
            spellCheck={false}
            aria-label={t('searchEvidence')}
            placeholder={t('searchEvidence')}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        )}
        <Radio.Group
          className={styles.choices ?? ''}
          aria-label={t('pickEvidence', { title })}
          value={chosen}
          options={shown.map(({ sha256, name }) => ({ value: sha256, label: name }))}
          onChange={(event) => setChosen(event.target.value as string)}
        />
      </div>
    </Modal>
  )
}
