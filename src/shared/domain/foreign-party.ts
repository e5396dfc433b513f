import type { RightHolder } from './parties.ts'

/** What people write for China and its regions, whose papers know neither apostille nor legalisation. */
const atHome = [
  /^(中国|中华人民共和国|中国(大陆|内地)|大陆|内地|cn|prc|(mainland |the )?(people[’']?s republic of )?china)$/,
  /^(中国)?(香港|澳门|台湾|台灣|澳門)/,
  /^(hk|mo|tw)$/,
  /^(hong ?kong|maca[ou]|taiwan)\b/,
]

/** Whether papers of a holder come from a foreign country: a foreign company, or another holder whose country says so. */
export function isForeign({ kind, country = '' }: Pick<RightHolder, 'kind' | 'country'>): boolean {
  if (kind === 'foreign-company') return true
  if (kind === 'domestic-company' || kind === 'hong-kong-macao-taiwan') return false
  const written = country.normalize('NFKC').trim().toLowerCase()
  return written !== '' && !atHome.some((names) => names.test(written))
}
