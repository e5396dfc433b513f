import type { RightHolder } from './parties.ts'

/** How China and its regions are written, whose papers know neither apostille nor legalisation; blanks and marks taken out. */
const atHome = [
  /^(中国|中华人民共和国|大陆|内地|cn$|chn$|prc|(mainland|the)?china|(the)?peoplesrepublicofchina)/,
  /香港|澳门|台湾|hongkong|macao|macau|taiwan/,
  /^(hk|hksar|mo|tw)$/,
]

/** Whether papers of a holder come from a foreign country: a foreign company, or another holder whose country says so. */
export function isForeign({ kind, country = '' }: Pick<RightHolder, 'kind' | 'country'>): boolean {
  if (kind === 'foreign-company') return true
  if (kind === 'domestic-company' || kind === 'hong-kong-macao-taiwan') return false
  const written = country
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[國臺灣門華]/g, (character) => simplified[character] ?? character)
  return written !== '' && !atHome.some((names) => names.test(written))
}

const simplified: Readonly<Record<string, string>> = { 國: '国', 臺: '台', 灣: '湾', 門: '门', 華: '华' }
