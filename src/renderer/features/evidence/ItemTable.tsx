import { InboxOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { useFormats } from '../../i18n/formats.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useServices } from '../../services.ts'
import type { EvidenceRow } from './evidence-rows.ts'
import { itemColumns } from './item-columns.tsx'
import { ItemToolbar } from './ItemToolbar.tsx'
import styles from './Evidence.module.css'
import type { Evidence } from './use-evidence.ts'
import type { EvidenceActions } from './use-evidence-actions.ts'

interface ItemTableProps {
  readonly evidence: Evidence
  readonly actions: EvidenceActions
  readonly rows: readonly EvidenceRow[]
  /** Headings between the groups. */
  readonly grouped: boolean
  readonly selected: ReadonlySet<string>
  readonly onSelect: (ids: ReadonlySet<string>) => void
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly onOpen: (row: EvidenceRow) => void
  readonly onEdit: (row: EvidenceRow) => void
  readonly onPickFiles: () => void
  readonly onPickFolder: () => void
  readonly onPickPapers: () => void
}

/** The items with what can be done with them. */
export function ItemTable(props: ItemTableProps) {
  const { t } = useTranslation('evidence')
  const { law } = useServices()
  const language = useLanguage()
  const formats = useFormats()
  const { evidence, actions, rows, selected, query } = props
  const columns = useMemo(() => itemColumns(t, formats, law, language), [t, formats, law, language])
  const groupOf = useCallback(
    (row: EvidenceRow) => ({
      id: row.group.id,
      heading: <span data-group={row.group.id}>{headingOf(row, t)}</span>,
    }),
    [t],
  )
  const chosen = evidence.rows.filter((row) => selected.has(row.id))
  const bytes = (all: readonly EvidenceRow[]) =>
    formats.size(all.reduce((sum, row) => sum + row.item.original.bytes, 0))
  return (
    <div className={styles.main}>
      <ItemToolbar
        evidence={evidence}
        actions={actions}
        selected={chosen}
        query={query}
        onQuery={props.onQuery}
        onPickFiles={props.onPickFiles}
        onPickFolder={props.onPickFolder}
        onPickPapers={props.onPickPapers}
      />
      <div className={styles.tableBox}>
        <DataTable<EvidenceRow>
          name="evidence"
          label={t('items')}
          rows={rows}
          rowId={idOf}
          columns={columns}
          selected={selected}
          onSelect={props.onSelect}
          onOpen={props.onOpen}
          onPeek={props.onOpen}
          onEdit={props.onEdit}
          {...(props.grouped ? { groupOf } : {})}
          {...(evidence.readOnly
            ? {}
            : {
                onDelete: (ids: ReadonlySet<string>) => void actions.trash([...ids]),
                onMove: (direction: 'up' | 'down') => void actions.moveOneStep(selected, direction),
                onDropBefore: (
                  ids: readonly string[],
                  before: EvidenceRow | undefined,
                  groupId: string | undefined,
                ) => {
                  const group = groupId ?? before?.group.id ?? rows[0]?.group.id
                  if (group === undefined) return
                  void actions.move(ids, {
                    groupId: group,
                    ...(before && before.group.id === group ? { before: before.id } : {}),
                  })
                },
              })}
          empty={
            query === '' ? (
              <EmptyState
                icon={<InboxOutlined aria-hidden />}
                title={t('empty.title')}
                text={t('empty.text')}
                actions={
                  evidence.readOnly ? undefined : (
                    <>
                      <Button type="primary" onClick={props.onPickFiles}>
                        {t('add.files')}
                      </Button>
                      <Button onClick={props.onPickFolder}>{t('add.folder')}</Button>
                    </>
                  )
                }
              />
            ) : (
              <EmptyState
                title={t('noMatch.title')}
                text={t('noMatch.text', { query })}
                actions={<Button onClick={() => props.onQuery('')}>{t('noMatch.clear')}</Button>}
              />
            )
          }
        />
      </div>
      <p className={styles.foot}>
        {t('foot.all', { count: rows.length, size: bytes(rows) })}
        {chosen.length > 0 && t('foot.selected', { count: chosen.length, size: bytes(chosen) })}
      </p>
    </div>
  )
}

const idOf = (row: EvidenceRow) => row.id

/** The set and the name of a group; once where they say the same. */
function headingOf({ group, groupSize: count }: EvidenceRow, t: TFunction<'evidence'>): string {
  const set = t(`set.${group.set}`)
  const name = group.name || t('group.unnamed')
  const isSame = set.startsWith(name) || name.startsWith(set)
  return isSame ? t('heading.same', { name, count }) : t('heading', { set, name, count })
}
