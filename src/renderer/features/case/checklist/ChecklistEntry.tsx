import {
  CheckCircleFilled,
  ClockCircleOutlined,
  InfoCircleOutlined,
  MinusCircleOutlined,
  StopOutlined,
} from '@ant-design/icons'
import { Button, Select, Tag } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ChecklistRow, isDone } from '../../../../shared/domain/checklist.ts'
import { withChecklistState } from '../../../../shared/domain/checklist-edit.ts'
import { type ChecklistStatus, checklistStatuses } from '../../../../shared/domain/checklist-state.ts'
import { ruleOf } from '../../../../shared/domain/office-variant.ts'
import { MenuButton } from '../../../components/MenuButton.tsx'
import { PaperPicker } from '../../../components/papers/PaperPicker.tsx'
import { sentenceCase } from '../../../i18n/sentence-case.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { useServices } from '../../../services.ts'
import { useCaseWork, useDraft } from '../case-context.ts'
import { EvidencePicker } from './EvidencePicker.tsx'
import { FulfilledBy } from './FulfilledBy.tsx'
import { OwnEntryFields } from './OwnEntryFields.tsx'
import { SourceNote } from './SourceNote.tsx'
import { StateFields } from './StateFields.tsx'
import styles from './checklist.module.css'

/** One paper of the checklist: how far it is, in what form, why, by which paper fulfilled, and what to do about it. */
export function ChecklistEntry({ row }: { readonly row: ChecklistRow }) {
  const { t } = useTranslation('checklist')
  const { law } = useServices()
  const language = useLanguage()
  const { editor, readOnly, items, case: stored, jump } = useCaseWork()
  const draft = useDraft()
  const titleId = useId()
  const [whyOpen, setWhyOpen] = useState(false)
  const [picking, setPicking] = useState<'evidence' | 'library'>()
  const doneBy = law.checklist.rules.find(({ id }) => id === ruleOf(row.code))?.doneBy
  const title = sentenceCase(row.title[language]) || t('untitled')
  const name = row.about === undefined ? title : t('titled', { title, about: row.about })

  const setStatus = (status: ChecklistStatus) => {
    // Who says so of an entry whose paper is gone means another one.
    const without = row.gone ? { sha256: undefined, paper: undefined } : {}
    editor.change((before) => withChecklistState(before, row.code, { status, ...without }), {
      kind: 'case.edit',
    })
  }
  const attach = [
    { key: 'library', label: t('attach.library'), onClick: () => setPicking('library') },
    ...(items.some((item) => !item.trashed)
      ? [{ key: 'evidence', label: t('attach.evidence'), onClick: () => setPicking('evidence') }]
      : []),
  ]
  return (
    <li
      className={styles.entry}
      data-code={row.code}
      data-path={`checklist.${row.code}`}
      aria-labelledby={titleId}
    >
      <StatusIcon row={row} />
      <div className={styles.what}>
        <p className={styles.title} id={titleId}>
          <span data-own-words>{name}</span> <Need need={row.need} />
          {row.addressee !== 'procuratorate' && <Tag>{t(`addressee.${row.addressee}`)}</Tag>}
        </p>
        {row.form[language] !== '' && (
          <p className={styles.form} data-own-words>
            {sentenceCase(row.form[language])}
          </p>
        )}
        <FulfilledBy row={row} />
      </div>
      <div className={styles.tools}>
        {doneBy === undefined ? (
          <Select<ChecklistStatus>
            className={styles.status ?? ''}
            aria-label={t('statusOf', { title: name })}
            value={row.status}
            disabled={readOnly}
            virtual={false}
            popupMatchSelectWidth={false}
            options={checklistStatuses.map((value) => ({ value, label: sentenceCase(t(`status.${value}`)) }))}
            onChange={setStatus}
          />
        ) : (
          <Button onClick={() => jump(doneBy)}>{t(isDone(row) ? 'seeDate' : 'fillDate')}</Button>
        )}
        {!readOnly && doneBy === undefined && (
          <MenuButton menu={{ items: attach }} aria-label={t('attachTo', { title: name })}>
            {t('attach')}
          </MenuButton>
        )}
        <Button
          type="text"
          icon={<InfoCircleOutlined aria-hidden />}
          aria-label={t('whyOf', { title: name })}
          aria-expanded={whyOpen}
          title={t('why')}
          onClick={() => setWhyOpen(!whyOpen)}
        />
      </div>
      {(whyOpen || row.own) && (
        <div className={styles.more}>
          {row.own ? <OwnEntryFields code={row.code} /> : <SourceNote row={row} />}
        </div>
      )}
      <StateFields row={row} />
      {picking === 'library' && (
        <PaperPicker
          caseId={stored.id}
          draft={draft}
          items={items}
          codes={[row.code]}
          before={() => editor.settled()}
          onClose={() => setPicking(undefined)}
        />
      )}
      {picking === 'evidence' && (
        <EvidencePicker code={row.code} title={name} onClose={() => setPicking(undefined)} />
      )}
    </li>
  )
}

/** Shapes differ, so that colour only repeats them; the words stand in the choice beside it. */
function StatusIcon({ row }: { readonly row: ChecklistRow }) {
  if (row.status === 'ready') return <CheckCircleFilled className={styles.ready} aria-hidden />
  if (row.status === 'not-applicable') return <StopOutlined className={styles.quiet} aria-hidden />
  if (row.status === 'missing') return <MinusCircleOutlined className={styles.missing} aria-hidden />
  return <ClockCircleOutlined className={styles.waiting} aria-hidden />
}

function Need({ need }: { readonly need: ChecklistRow['need'] }) {
  const { t } = useTranslation('checklist')
  return <Tag className={(need === 'required' && styles.required) || ''}>{t(`need.${need}`)}</Tag>
}
