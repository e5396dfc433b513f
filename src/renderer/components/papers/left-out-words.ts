import type { useTranslation } from 'react-i18next'
import type { LeftOutPaper } from '../../../shared/domain/papers-for-case.ts'

type LibraryWordsOf = ReturnType<typeof useTranslation<'library'>>['t']

/** A message has room for so many papers by name. */
const mostNamed = 5

/** Which papers were not attached, and why each: one line each; none where all were. */
export function leftOutWords(t: LibraryWordsOf, leftOut: readonly LeftOutPaper[]): readonly string[] {
  if (leftOut.length === 0) return []
  const named = leftOut.slice(0, mostNamed).map((paper) => {
    const { name, reason } = paper
    return reason === 'no-scan'
      ? t('leftOut.no-scan', { name })
      : t(`leftOut.${reason}`, { name, date: paper.date })
  })
  const more = leftOut.length - named.length
  return [
    t('notAttached', { count: leftOut.length }),
    ...named,
    ...(more > 0 ? [t('leftOut.more', { count: more })] : []),
  ]
}
