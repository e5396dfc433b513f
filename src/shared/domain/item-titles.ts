import type { HandedInSet } from './evidence-item.ts'

/** Endings that are never part of a name; `第1.2页` has none. */
const ending = /\.[A-Za-z0-9]{1,8}$/
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu
/** `07_`, `3-2 `, `(1)`, `第3号、`: how people number files. A year or a date says something and stays. */
const numbering =
  /^(?:[(（[【]\d{1,3}[)）\]】]|\d{1,3}(?:[-.]\d{1,3})*(?=[\s_\-.、．·:：)）]))[\s_\-.、．·:：)）]*/u

/**
 * The name a file proposes for its item: without folders, ending and leading number, underscores as spaces, at most 200
 * characters. Never empty for a file that has a name.
 */
export function titleOfFile(path: string): string {
  const name = path.split('/').at(-1) ?? path
  const stem = name.replace(ending, '') || name
  const plain = stem.normalize('NFC').replace(/_+/g, ' ').replace(invisible, '')
  const unnumbered = plain.trim().replace(numbering, '').trim()
  // `12.jpg` and `2026-06-15` have nothing else to go by.
  const title = (unnumbered === '' ? plain : unnumbered).replace(/\s{2,}/g, ' ').trim()
  return [...title].slice(0, 200).join('')
}

/** Papers that say who somebody is and whom he acts for; what else a file may be is for people to say. */
const identityPapers =
  /营业执照|身份证|护照|授权委托书|委托书|律师事务所函|律所函|所函|律师执业证|执业证|法定代表人(?:身份)?证明|公司注册证|登记证明|附加证明书|海牙认证|公证认证|business.?licen[cs]e|power.of.attorney|certificate.of.incorporation|apostille|passport/i

/** The set to hand in a file most likely belongs to, by its name. Certificates of rights are evidence. */
export function setOfFile(path: string): HandedInSet {
  return identityPapers.test(titleOfFile(path)) ? 'identity' : 'evidence'
}
