import { Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { splitForSuspects } from '../../../../shared/domain/split-case.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { FormField } from '../../../components/FormField.tsx'
import { useWork } from '../../../components/use-work.ts'
import { useServices } from '../../../services.ts'
import { useCaseWork, useDraft } from '../case-context.ts'
import { entryWords } from '../place-words.ts'
import styles from '../case.module.css'
import { GroupChoice } from './GroupChoice.tsx'
import { useNewCase } from './use-new-case.ts'

/** Makes a case of the same raid for other suspects or another office. */
export function SplitForSuspects({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('notice')
  const { t: inCase } = useTranslation('case')
  const { newId } = useServices()
  const { editor } = useCaseWork()
  const draft = useDraft()
  const work = useWork()
  const open = useNewCase()
  const [suspects, setSuspects] = useState<ReadonlySet<number>>(new Set())
  const [groups, setGroups] = useState<ReadonlySet<string>>(new Set())
  const [raid, setRaid] = useState(draft.raid ?? draft.caseCode)
  const submit = () =>
    void work.run(async () => {
      const name = raid.trim()
      // The two are found together only when this one says so too.
      if (name !== '' && (draft.raid ?? '').trim() === '') {
        editor.change((before) => ({ ...before, raid: name }), { kind: 'case.edit' })
      }
      await open((caseCode) => splitForSuspects(draft, suspects, { caseCode, raid: name, groups, newId }))
    })
  return (
    <Modal
      open
      title={t('splitTitle')}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" loading={work.busy} onClick={submit}>
            {t('splitOk')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="quiet">{t('splitText')}</p>
        <FormField
          label={t('splitSuspects')}
          help={draft.suspects.length === 0 ? t('noSuspects') : undefined}
        >
          {({ id }) => (
            <div id={id} role="group" aria-label={t('splitSuspects')} className={styles.boxes}>
              {draft.suspects.map((_suspect, index) => (
                <Checkbox
                  key={index}
                  checked={suspects.has(index)}
                  onChange={(event) => {
                    const next = new Set(suspects)
                    if (event.target.checked) next.add(index)
                    else next.delete(index)
                    setSuspects(next)
                  }}
                >
                  {entryWords(inCase, draft, 'suspects', index)}
                </Checkbox>
              ))}
            </div>
          )}
        </FormField>
        <FormField label={t('splitRaid')} help={t('splitRaidHelp')}>
          {(control) => (
            <Input
              {...control}
              maxLength={500}
              value={raid}
              onChange={(event) => setRaid(event.target.value)}
            />
          )}
        </FormField>
        <GroupChoice chosen={groups} onChange={setGroups} />
        {work.error !== undefined && <ErrorNotice error={work.error} />}
      </div>
    </Modal>
  )
}
