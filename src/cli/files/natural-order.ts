import { compareUtf8 } from '../../shared/domain/bundle-names.ts'

/**
 * Compares two paths as people number their files: folder by folder, runs of digits by their value, letters without
 * regard to case. A comparison of our own, for a collator orders differently from one ICU version to the next.
 */
export function naturalOrder(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')]
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = compareNames(left[i] ?? '', right[i] ?? '')
    if (difference !== 0) return difference
  }
  return left.length - right.length || compareUtf8(a, b)
}

function compareNames(a: string, b: string): number {
  const [left, right] = [runsOf(a), runsOf(b)]
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = compareRuns(left[i] ?? '', right[i] ?? '')
    if (difference !== 0) return difference
  }
  return left.length - right.length || compareUtf8(a, b)
}

/** Full-width digits count as digits: NFKC. */
function runsOf(name: string): string[] {
  return (
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/\d+|\D+/g) ?? []
  )
}

function compareRuns(a: string, b: string): number {
  if (!/^\d/.test(a) || !/^\d/.test(b)) return compareUtf8(a, b)
  const [left, right] = [a.replace(/^0+(?=\d)/, ''), b.replace(/^0+(?=\d)/, '')]
  return left.length - right.length || compareUtf8(left, right)
}
