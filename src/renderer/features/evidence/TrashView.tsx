import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmTyped } from '../../components/ConfirmTyped.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import type { Column } from '../../components/data-table.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { useFormats } from '../../i18n/formats.ts'
import type { Item } from '../../register/register.ts'
import { fileName } from './evidence-rows.ts'
import styles from './Evidence.module.css'
import { typeName } from './type-name.ts'
import type { Evidence } from './use-evidence.ts'
import type { EvidenceActions } from './use-evidence-actions.ts'

/** What was thrown away: put back, or erased for good. */
export function TrashView({
  evidence,
  actions,
}: {
  readonly evidence: Evidence
  readonly actions: EvidenceActions
}) {
  const { t } = useTranslation('evidence')
  const formats = useFormats()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [erasing, setErasing] = useState<readonly string[]>()
  const columns = useMemo<readonly Column<Item>[]>(
    () => [
      {
        key: 'name',
        title: t('column.name'),
        width: 200,
        grow: 2,
        cell: (item) => item.details.name,
        text: (item) => item.details.name,
        compare: (a, b) => a.details.name.localeCompare(b.details.name, 'zh', { numeric: true }),
      },
      {
        key: 'file',
        title: t('column.file'),
        width: 160,
        grow: 1,
        fold: 2,
        cell: (item) => fileName(item.original.path),
        text: (item) => item.original.path,
      },
      {
        key: 'type',
        title: t('column.type'),
        width: 80,
        fold: 1,
        cell: (item) => typeName(item.original.mediaType, t),
        text: (item) => typeName(item.original.mediaType, t),
      },
      {
        key: 'size',
        title: t('column.size'),
        width: 88,
        align: 'end',
        cell: (item) => formats.size(item.original.bytes),
        text: (item) => formats.size(item.original.bytes),
        compare: (a, b) => a.original.bytes - b.original.bytes,
      },
    ],
    [t, formats],
  )
  const chosen = evidence.trashed.filter((item) => selected.has(item.id)).map((item) => item.id)
  return (
    <div className={styles.main}>
      {!evidence.readOnly && (
        <div className={styles.toolbar} role="toolbar" aria-label={t('scope.trash')}>
          <Button disabled={chosen.length === 0} onClick={() => void actions.restore(chosen)}>
            {t('trash.restore')}
          </Button>
          <Button disabled={chosen.length === 0} onClick={() => setErasing(chosen)}>
            {t('trash.erase')}
          </Button>
          <Button
            disabled={evidence.trashed.length === 0}
            onClick={() => setErasing(evidence.trashed.map((item) => item.id))}
          >
            {t('trash.empty')}
          </Button>
        </div>
      )}
      <div className={styles.tableBox}>
        <DataTable<Item>
          name="evidence-trash"
          label={t('scope.trash')}
          rows={evidence.trashed}
          rowId={idOf}
          columns={columns}
          selected={selected}
          onSelect={setSelected}
          onDelete={(ids) => setErasing([...ids])}
          empty={<EmptyState title={t('trash.none')} text={t('trash.noneText')} />}
        />
      </div>
      {erasing && (
        <ConfirmTyped
          title={t('trash.eraseTitle', { count: erasing.length })}
          onCancel={() => setErasing(undefined)}
          onConfirm={() => {
            setErasing(undefined)
            void actions.erase(erasing)
          }}
        >
          <p>{t('trash.eraseText')}</p>
        </ConfirmTyped>
      )}
    </div>
  )
}

const idOf = (item: Item) => item.id
