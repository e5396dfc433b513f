/** Crockford's base 32: no I, L, O, U, so that nothing read aloud or copied by hand is doubtful. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groupCount = 7
const dataPerGroup = 4

/** A recovery code: 7 groups of 4 random symbols and a check symbol, 140 random bits. */
export function newRecoveryCode(): string {
  const symbols = crypto.getRandomValues(new Uint8Array(groupCount * dataPerGroup)).map((byte) => byte & 31)
  const groups = Array.from({ length: groupCount }, (_, group) => {
    const data = [...symbols.subarray(group * dataPerGroup, (group + 1) * dataPerGroup)]
    return [...data, checkSymbol(data, group)].map((symbol) => alphabet[symbol]).join('')
  })
  return groups.join('-')
}

/** What is wrong with a typed code, group by group, before anything is tried. */
export interface RecoveryCodeCheck {
  /** Numbers of complete groups, from 1, that hold a typing mistake. */
  readonly wrongGroups: readonly number[]
  /** True when all groups are there and none is wrong. */
  readonly complete: boolean
}

/** Checks a code as it is typed; capitals, spaces, hyphens, full width, O for 0 and I or L for 1 do not matter. */
export function checkRecoveryCode(typed: string): RecoveryCodeCheck {
  const text = normaliseRecoveryCode(typed)
  const size = dataPerGroup + 1
  const groups = Array.from({ length: Math.ceil(text.length / size) }, (_, group) =>
    text.slice(group * size, (group + 1) * size),
  )
  const wrongGroups = groups.flatMap((group, index) => {
    if (group.length < size && index < groupCount) return []
    const values = [...group].map((symbol) => alphabet.indexOf(symbol))
    const right =
      index < groupCount &&
      !values.includes(-1) &&
      checkSymbol(values.slice(0, dataPerGroup), index) === values[dataPerGroup]
    return right ? [] : [index + 1]
  })
  return { wrongGroups, complete: text.length === groupCount * size && wrongGroups.length === 0 }
}

/** The symbols alone, as the key is derived from them. */
export function normaliseRecoveryCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}·_.,]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}

/**
 * A Reed–Solomon check over GF(32): finds every wrong symbol and every pair of symbols changed over within a group, and
 * groups changed over.
 */
function checkSymbol(data: readonly number[], group: number): number {
  return data.reduce((sum, symbol) => times(sum ^ symbol, 2), group + 1)
}

/** Product in GF(32), by x⁵ + x² + 1. */
function times(left: number, right: number): number {
  let product = 0
  for (let bit = 0; bit < 5; bit++) {
    if (right & (1 << bit)) product ^= left << bit
  }
  for (let bit = 9; bit >= 5; bit--) {
    if (product & (1 << bit)) product ^= 0b100101 << (bit - 5)
  }
  return product
}
