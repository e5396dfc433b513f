import { CheckOutlined, ExclamationCircleOutlined } from '@ant-design/icons'
import { type TFunction } from 'i18next'
import { isShownInBundle } from '../../../shared/domain/shown-types.ts'
import { evidenceKindName, type LawBook } from '../../../shared/law/law-book.ts'
import type { Column } from '../../components/data-table.ts'
import { elideMiddle, type Formats } from '../../i18n/formats.ts'
import { type EvidenceRow, fileName } from './evidence-rows.ts'
import styles from './Evidence.module.css'
import { typeName } from './type-name.ts'

type Words = TFunction<'evidence'>

/** The columns of the table of items. */
export function itemColumns(
  t: Words,
  formats: Formats,
  law: LawBook,
  language: 'zh' | 'en',
): readonly Column<EvidenceRow>[] {
  const kind = (row: EvidenceRow) => evidenceKindName(law, row.item.details.kind, language)
  const form = (row: EvidenceRow) => (row.item.details.form === '' ? '' : t(`form.${row.item.details.form}`))
  const type = (row: EvidenceRow) => typeName(row.item.original.mediaType, t)
  const file = (row: EvidenceRow) => fileName(row.item.original.path)
  const problems = (row: EvidenceRow) => problemsOf(row, t)
  const byText = (text: (row: EvidenceRow) => string) => (a: EvidenceRow, b: EvidenceRow) =>
    text(a).localeCompare(text(b), 'zh', { numeric: true })
  return [
    {
      key: 'label',
      title: t('column.label'),
      width: 64,
      cell: (row) => <span className={styles.label}>{row.label}</span>,
      text: (row) => row.label,
      compare: (a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }),
    },
    {
      key: 'name',
      title: t('column.name'),
      width: 180,
      grow: 1,
      cell: (row) =>
        row.item.details.name === '' ? (
          <span className="quiet">{t('unnamed', { file: elideMiddle(file(row), 40) })}</span>
        ) : (
          <span title={row.item.details.name}>{row.item.details.name}</span>
        ),
      text: (row) => row.item.details.name,
      compare: byText((row) => row.item.details.name),
    },
    {
      key: 'problems',
      title: t('column.problems'),
      width: 88,
      fold: 1,
      cell: (row) => {
        const found = problems(row)
        if (found.length === 0 && !isShownInBundle(row.item.original.mediaType)) {
          return (
            <span className="quiet" title={t('problem.notShown')}>
              {t('problem.notShownShort')}
            </span>
          )
        }
        if (found.length === 0) {
          return (
            <span className={styles.complete} title={t('problem.none')}>
              <CheckOutlined aria-label={t('problem.none')} />
            </span>
          )
        }
        return (
          <span className={styles.problem} title={found.join('\n')}>
            <ExclamationCircleOutlined aria-hidden /> {shortProblem(row, t)}
          </span>
        )
      },
      text: (row) => problems(row).join(t('list.stop')),
      compare: (a, b) => b.gaps.length - a.gaps.length || problems(b).length - problems(a).length,
    },
    {
      key: 'kind',
      title: t('column.kind'),
      width: 112,
      fold: 4,
      cell: kind,
      text: kind,
      compare: byText(kind),
    },
    {
      key: 'form',
      title: t('column.form'),
      width: 100,
      fold: 3,
      cell: form,
      text: form,
      compare: byText(form),
    },
    {
      key: 'size',
      title: t('column.size'),
      width: 84,
      align: 'end',
      fold: 5,
      cell: (row) => formats.size(row.item.original.bytes),
      text: (row) => formats.size(row.item.original.bytes),
      compare: (a, b) => a.item.original.bytes - b.item.original.bytes,
    },
    {
      key: 'type',
      title: t('column.type'),
      width: 72,
      fold: 6,
      cell: type,
      text: type,
      compare: byText(type),
    },
    {
      key: 'digest',
      title: t('column.digest'),
      width: 96,
      fold: 7,
      cell: (row) => (
        <span className="mono" title={row.item.original.sha256}>
          {row.item.original.sha256.slice(0, 8)}
        </span>
      ),
      text: (row) => row.item.original.sha256,
    },
    {
      key: 'file',
      title: t('column.file'),
      width: 180,
      hidden: true,
      fold: 9,
      cell: (row) => <span title={row.item.original.path}>{elideMiddle(file(row), 30)}</span>,
      text: (row) => row.item.original.path,
      compare: byText(file),
    },
    {
      key: 'source',
      title: t('column.source'),
      width: 140,
      hidden: true,
      fold: 10,
      cell: (row) => row.item.details.source,
      text: (row) => row.item.details.source,
      compare: byText((row) => row.item.details.source),
    },
    {
      key: 'purpose',
      title: t('column.purpose'),
      width: 200,
      hidden: true,
      fold: 11,
      cell: (row) => <span title={row.item.details.purpose}>{row.item.details.purpose}</span>,
      text: (row) => row.item.details.purpose,
    },
  ]
}

/** Everything to know about an item before it is handed in, as sentences. */
export function problemsOf(row: EvidenceRow, t: Words): readonly string[] {
  const labels = row.sameAs.join(t('list.comma'))
  return [
    ...(row.gaps.length > 0
      ? [t('problem.gaps', { fields: row.gaps.map((gap) => t(gapWord(gap))).join(t('list.comma')) })]
      : []),
    ...(row.item.original.bytes === 0 ? [t('problem.empty')] : []),
    ...(row.sameAs.length > 0 && row.item.original.bytes > 0 ? [t('problem.same', { labels })] : []),
  ]
}

function shortProblem(row: EvidenceRow, t: Words): string {
  if (row.gaps.length > 0) return t('problem.gapCount', { count: row.gaps.length })
  return row.item.original.bytes === 0 ? t('problem.emptyShort') : t('problem.sameShort')
}

/** The word of a blank place of an item. */
export function gapWord(key: string) {
  switch (key) {
    case 'name':
    case 'form':
    case 'kind':
    case 'source':
    case 'purpose':
      return `field.${key}` as const
    default:
      return 'field.collected' as const
  }
}
