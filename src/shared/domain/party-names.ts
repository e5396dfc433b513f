import type { CaseRecord } from './case-record.ts'
import type { RightHolder } from './parties.ts'

/** Compares names as a reader would: width, case, spaces and stops do not matter. Empty names are nobody's. */
export function sameName(a: string, b: string): boolean {
  return plain(a) !== '' && plain(a) === plain(b)
}

/** True when a name is that of a right holder, in Chinese or English. */
export function isNameOf({ nameZh, nameEn = '' }: RightHolder, name: string): boolean {
  return sameName(nameZh, name) || sameName(nameEn, name)
}

/** True when a name is that of any right holder of the case. */
export function isHolder(record: CaseRecord, name: string): boolean {
  return record.rightHolders.some((holder) => isNameOf(holder, name))
}

/**
 * The register name that a name is probably meant to be, without being it: the same but for the legal form, brackets,
 * a part left out, or up to two characters. Undefined when none comes near.
 */
export function meantHolder(record: CaseRecord, name: string): string | undefined {
  const registered = record.rightHolders.flatMap(({ nameZh, nameEn = '' }) => [nameZh, nameEn])
  return registered.find((one) => !sameName(one, name) && resembles(core(one), core(name)))
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.,·•]+/g, '')
}

/** What is left of a name without its legal form. */
function core(name: string): string {
  return plain(name)
    .replace(/[()[\]（）]/g, '')
    .replace(/(股份有限公司|有限责任公司|有限公司|公司|株式会社|集团)$/, '')
    .replace(
      /(incorporated|corporation|limited|company|gmbh|corp|inc|ltd|llc|plc|co|sa|ag|bv|nv|srl|spa)+$/,
      '',
    )
}

function resembles(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 2) return false
  if (short === long) return true
  // A long common name with a part left out; two short names of one word in common are strangers.
  if (long.includes(short) && short.length * 2 >= long.length) return true
  return short.length >= 6 && distance(a, b) <= 2
}

/** Levenshtein distance in characters. */
function distance(a: string, b: string): number {
  const right = [...b]
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  ;[...a].forEach((left, i) => {
    const next = [i + 1]
    right.forEach((character, j) => {
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (left === character ? 0 : 1)),
      )
    })
    row = next
  })
  return row[right.length] ?? 0
}
