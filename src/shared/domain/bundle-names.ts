import { beijingTime } from './beijing-time.ts'
import type { CaseRecord } from './case-record.ts'
import type { BundlePlan } from './bundle-plan.ts'

/** Limits of names in a container and on a disc (design, bundle v1; domain.md 11.3). Characters, not bytes. */
export const maxNameCharacters = 40
export const maxPathCharacters = 100

/** The folder of a disc that holds the untouched electronic file. */
export const discBagFolder = { zh: '90_电子卷_请勿改动', en: '90_electronic_file_do_not_change' } as const

/** File names of one bundle: `<case>_<round>_<date>` with an ASCII beginning. `createdAt` is a UTC instant; the date is Beijing's, as in the papers. */
export function bundleNames(record: CaseRecord, createdAt: string, draft: boolean): BundlePlan['names'] {
  const round = String(record.round).padStart(2, '0')
  const stem = `${record.caseCode}_${round}_${beijingTime(createdAt).slice(0, 10).replaceAll('-', '')}${draft ? '_DRAFT' : ''}`
  const zh = record.documentLanguage === 'zh'
  return {
    stem,
    pdf: `${draft ? '00_DRAFT' : '00_bundle'}_${record.caseCode}_${round}.pdf`,
    container: `${stem}.zip`,
    discFolder: `${stem}_${zh ? '光盘' : 'disc'}`,
    handOver: `${stem}_${zh ? '移交单' : 'hand-over'}.pdf`,
  }
}

/** Compares two texts by the bytes of their UTF-8 form, as `LC_ALL=C sort` does. */
export function compareUtf8(a: string, b: string): number {
  const left = [...a]
  const right = [...b]
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

/** The files on top of a disc folder, which a clerk opens first (domain.md 11.3). */
export const discNames = {
  zh: { table: '01_证据目录.pdf', bundle: '02_合并卷.pdf', note: '03_说明.txt' },
  en: { table: '01_table_of_evidence.pdf', bundle: '02_merged_bundle.pdf', note: '03_read_me.txt' },
} as const
