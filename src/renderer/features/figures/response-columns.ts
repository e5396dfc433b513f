import type { TFunction } from 'i18next'
import {
  inTimeRate,
  responseClasses,
  type ResponseClass,
  type ResponseCounts,
  type ResponseGrouping,
} from '../../../shared/domain/response-rate.ts'
import type { Language } from '../../../shared/messages/explain.ts'
import { sayBoard } from '../../../shared/messages/say-board.ts'
import { rateText } from '../../../shared/messages/say-work-paper.ts'
import type { Column } from '../../components/data-table.ts'

/** Which class folds away first where there is no room for all. */
const folds: Readonly<Record<ResponseClass, number>> = {
  'in-time': 1,
  overdue: 2,
  late: 3,
  'no-reply': 4,
  'no-named-day': 5,
  pending: 6,
}

/** Columns of the table of answers: the group, its notices by class, its rate in time. */
export function responseColumns(
  by: ResponseGrouping,
  language: Language,
  nameOf: (key: string) => string,
  t: TFunction<'figures'>,
): readonly Column<ResponseCounts>[] {
  const collator = new Intl.Collator('zh-CN', { numeric: true })
  const name = ({ key }: ResponseCounts) => nameOf(key)
  const rate = (group: ResponseCounts) => rateText(group) || '–'
  const count = (key: string, title: string, of: (group: ResponseCounts) => number, fold?: number) => ({
    key,
    title,
    cell: (group: ResponseCounts) => String(of(group)),
    text: (group: ResponseCounts) => String(of(group)),
    compare: (a: ResponseCounts, b: ResponseCounts) => of(a) - of(b),
    width: language === 'zh' ? 96 : 116,
    align: 'end' as const,
    ...(fold === undefined ? {} : { fold }),
  })
  return [
    {
      key: 'group',
      title: sayBoard(`response.by-${by}`, language),
      cell: name,
      text: name,
      compare: (a, b) => collator.compare(name(a), name(b)),
      width: 150,
      grow: 1,
    },
    count('notified', sayBoard('response.notified', language), ({ notified }) => notified),
    ...responseClasses.map((one) =>
      count(one, sayBoard(`response.${one}`, language), ({ counts }) => counts[one], folds[one]),
    ),
    {
      ...count('rate', t('rate'), (group) => inTimeRate(group) ?? -1),
      cell: rate,
      text: rate,
    },
  ]
}
