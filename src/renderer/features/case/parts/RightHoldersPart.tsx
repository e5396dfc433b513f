import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RightHolder } from '../../../../shared/domain/parties.ts'
import { usePageCommand } from '../../../app/commands.ts'
import { FromLibrary } from '../../../components/papers/FromLibrary.tsx'
import { KeepHolder } from '../../../components/papers/KeepHolder.tsx'
import { useCaseWork, useDraft, useDraftPart } from '../case-context.ts'
import { EntryList } from '../EntryList.tsx'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { CopyForHolder } from '../split/CopyForHolder.tsx'
import styles from '../case.module.css'

/** Whose rights were infringed; holders and their papers can be taken from the library. */
export function RightHoldersPart() {
  const { case: stored, items, editor, readOnly } = useCaseWork()
  const draft = useDraft()
  const { t: inNotice } = useTranslation('notice')
  const [copying, setCopying] = useState(false)
  const canCopy = !readOnly && draft.rightHolders.length > 1
  usePageCommand({
    id: 'case.copy-for-holder',
    label: inNotice('oneHolder'),
    enabled: canCopy,
    run: () => setCopying(true),
  })
  return (
    <>
      <EntryList list="rightHolders">{(index) => <Holder index={index} />}</EntryList>
      {!readOnly && (
        <FromLibrary caseId={stored.id} draft={draft} items={items} before={() => editor.settled()} />
      )}
      {canCopy && (
        <div>
          <Button onClick={() => setCopying(true)}>{inNotice('oneHolder')}</Button>
        </div>
      )}
      {copying && <CopyForHolder onClose={() => setCopying(false)} />}
    </>
  )
}

function Holder({ index }: { readonly index: number }) {
  const { t } = useTranslation('case')
  const { findings, readOnly } = useCaseWork()
  const draft = useDraft()
  const holder = useDraftPart((draft) => draft.rightHolders[index])
  const at = `rightHolders[${index}]`
  if (!holder) return null
  return (
    <>
      {/* Made by the window; shown only when a case folder brought one that does not work. */}
      {findings.some((found) => found.subject === `${at}.id`) && (
        <TextField path={`${at}.id`} help={t('help.rightHolders.id')} />
      )}
      <ChoiceField
        path={`${at}.kind`}
        options={RightHolder.shape.kind.options.map((kind) => ({
          value: kind,
          label: t(`holderKind.${kind}`),
        }))}
      />
      <TextField path={`${at}.nameZh`} help={t('help.rightHolders.nameZh')} />
      <TextField path={`${at}.nameEn`} />
      <TextField path={`${at}.registrationNumber`} />
      {(holder.kind !== 'domestic-company' || (holder.country ?? '') !== '') && (
        <TextField path={`${at}.country`} />
      )}
      <TextField path={`${at}.address`} />
      {(holder.kind !== 'individual' || (holder.representative ?? '') !== '') && (
        <TextField path={`${at}.representative`} />
      )}
      <TextField path={`${at}.contactPerson`} />
      <div className={styles.pair}>
        <TextField path={`${at}.phone`} inputMode="tel" />
        <TextField path={`${at}.email`} inputMode="email" />
      </div>
      <KeepHolder draft={draft} index={index} readOnly={readOnly} />
    </>
  )
}
