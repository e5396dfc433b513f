import { IdcardOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { blankProfile, nameOfHolder } from '../../../shared/domain/holder-profile.ts'
import { isCurrent, paperWarnings } from '../../../shared/domain/standing-paper.ts'
import { usePageCommand } from '../../app/commands.ts'
import { useNotify } from '../../app/notify.ts'
import type { Column } from '../../components/data-table.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { soonDays } from '../../components/papers/soon-days.ts'
import { useLibrary } from '../../components/papers/use-library.ts'
import { useOnce } from '../../components/use-once.ts'
import { useToday } from '../../i18n/use-today.ts'
import type { StoredHolder } from '../../register/library-records.ts'
import { useSession } from '../../register/use-session.ts'
import { useServices } from '../../services.ts'
import styles from './holders.module.css'

interface HolderRow {
  readonly holder: StoredHolder
  readonly papers: number
  /** How many of them are over, not valid yet, about to end, or not where they belong. */
  readonly warned: number
}

/** The right holders of the library, how many papers each has, and how many of them need attention. */
export function HoldersPage() {
  const { t } = useTranslation('library')
  const { session, newId } = useServices()
  const notify = useNotify()
  const [, go] = useLocation()
  const state = useSession()
  const readOnly = state.kind === 'open' && state.readOnly
  const library = useLibrary()
  const today = useToday()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const columns = useHolderColumns()

  const rows = useMemo(() => {
    const collator = new Intl.Collator('zh-CN')
    return (library?.holders ?? [])
      .map((holder): HolderRow => {
        const papers =
          library?.papers.filter((paper) => paper.holderId === holder.id && isCurrent(paper)) ?? []
        const warned = papers.filter((paper) =>
          paperWarnings(paper, { submission: today }, soonDays).some(
            ({ kind }) => kind !== 'original-unknown',
          ),
        )
        return { holder, papers: papers.length, warned: warned.length }
      })
      .sort((a, b) => collator.compare(nameOfHolder(a.holder), nameOfHolder(b.holder)))
  }, [library, today])

  const create = useOnce(async () => {
    try {
      const profile = blankProfile(newId())
      await session.register().holders.add(profile)
      go(`/holders/${profile.id}`)
    } catch (error) {
      notify.failure(error)
    }
  })
  usePageCommand({ id: 'holders.new', label: t('newHolder'), enabled: !readOnly, run: () => void create() })
  const button = (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      disabled={readOnly}
      onClick={() => void create()}
    >
      {t('newHolder')}
    </Button>
  )
  return (
    <div className={styles.listPage}>
      <div className={styles.head}>
        <h1>{t('title')}</h1>
        {rows.length > 0 && button}
      </div>
      {readOnly && <p className="quiet">{t('readOnly')}</p>}
      {library === undefined ? (
        <p className="quiet">{t('loading')}</p>
      ) : rows.length === 0 ? (
        <EmptyState
          icon={<IdcardOutlined aria-hidden />}
          title={t('emptyTitle')}
          text={t('emptyText')}
          actions={button}
        />
      ) : (
        <div className={styles.listTable}>
          <DataTable
            name="holders"
            label={t('table')}
            rows={rows}
            rowId={(row) => row.holder.id}
            columns={columns}
            rowHeight={44}
            selected={selected}
            onSelect={setSelected}
            onOpen={(row) => go(`/holders/${row.holder.id}`)}
            empty={null}
          />
        </div>
      )}
    </div>
  )
}

function useHolderColumns(): readonly Column<HolderRow>[] {
  const { t } = useTranslation('library')
  return useMemo(() => {
    const collator = new Intl.Collator('zh-CN')
    const name = ({ holder }: HolderRow) => nameOfHolder(holder)
    const brands = ({ holder }: HolderRow) => holder.brands.join(t('comma'))
    const warned = ({ warned: count }: HolderRow) => (count === 0 ? '' : t('holderWarnings', { count }))
    return [
      {
        key: 'name',
        title: t('column.name'),
        cell: (row) =>
          row.holder.isDamaged ? (
            <Tag color="error">{t('damaged')}</Tag>
          ) : (
            name(row) || <span className={styles.quiet}>{t('unnamed')}</span>
          ),
        text: (row) => (row.holder.isDamaged ? t('damaged') : name(row) || t('unnamed')),
        compare: (a, b) => collator.compare(name(a), name(b)),
        width: 200,
        grow: 2,
      },
      { key: 'brands', title: t('column.brands'), cell: brands, text: brands, width: 140, grow: 1, fold: 2 },
      {
        key: 'number',
        title: t('column.number'),
        cell: (row) => row.holder.registrationNumber ?? '',
        text: (row) => row.holder.registrationNumber ?? '',
        width: 180,
        fold: 3,
      },
      {
        key: 'papers',
        title: t('column.papers'),
        cell: (row) => t('paperCount', { count: row.papers }),
        text: (row) => t('paperCount', { count: row.papers }),
        compare: (a, b) => a.papers - b.papers,
        width: 90,
      },
      {
        key: 'warnings',
        title: t('column.warnings'),
        cell: (row) => <span className={styles.doubt}>{warned(row)}</span>,
        text: warned,
        compare: (a, b) => a.warned - b.warned,
        width: 160,
        grow: 1,
        fold: 1,
      },
    ]
  }, [t])
}
