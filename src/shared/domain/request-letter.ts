import { crimeName, type LawBook } from '../law/law-book.ts'
import type { Both } from '../law/law-source.ts'
import type { CaseRecord } from './case-record.ts'
import type { ChecklistRow } from './checklist.ts'
import type { ChecklistState, ChecklistStatus } from './checklist-state.ts'

export const letterReaders = ['client', 'branch', 'notary'] as const
export type LetterReader = (typeof letterReaders)[number]

/** One paper that is asked for. */
export interface RequestedPaper {
  readonly title: Both
  readonly about?: string
  readonly form: Both
  readonly why: Both
  readonly status: ChecklistStatus
}

/** A letter or e-mail that asks for papers, before it has words; see `requestLetterText`. */
export interface RequestLetter {
  readonly reader: LetterReader
  readonly caseCode: string
  readonly suspects: readonly string[]
  readonly crimes: readonly Both[]
  readonly office: string
  /** Names exactly as in the register, to be used in every paper. */
  readonly holders: readonly { readonly nameZh: string; readonly nameEn: string }[]
  /** The plain date the papers are needed by; absent: as soon as possible. */
  readonly neededBy?: string
  readonly papers: readonly RequestedPaper[]
}

const waitingFor: Readonly<Record<LetterReader, readonly ChecklistStatus[]>> = {
  client: ['missing', 'requested', 'draft', 'waiting-seal', 'scan-sent'],
  branch: ['missing', 'requested', 'draft', 'waiting-seal', 'scan-sent'],
  notary: ['waiting-notary', 'waiting-apostille', 'waiting-translation'],
}

/**
 * The rows a reader can be asked for, required ones first. Papers that are needed only if something happens are asked for
 * once a person took them up, and one's own papers of nobody. A notary is asked for what waits for notary, apostille or translation.
 */
export function rowsToAskFor(rows: readonly ChecklistRow[], reader: LetterReader): ChecklistRow[] {
  const open = rows.filter(
    (row) =>
      !row.ours &&
      waitingFor[reader].includes(row.status) &&
      !(row.need === 'if' && row.status === 'missing'),
  )
  return [
    ...open.filter(({ need }) => need === 'required'),
    ...open.filter(({ need }) => need !== 'required'),
  ]
}

/** Plans a letter for some rows of a case's checklist. `neededBy` is a plain date or empty. */
export function requestLetter(
  record: CaseRecord,
  law: Pick<LawBook, 'crimes'>,
  rows: readonly ChecklistRow[],
  reader: LetterReader,
  neededBy = '',
): RequestLetter {
  return {
    reader,
    caseCode: record.caseCode,
    suspects: record.suspects.map(({ name }) => name).filter((name) => name.trim() !== ''),
    crimes: record.crimes.map((article) => ({
      zh: crimeName(law, article, 'zh'),
      en: crimeName(law, article, 'en'),
    })),
    office: record.notice.office,
    holders: record.rightHolders.map(({ nameZh, nameEn = '' }) => ({ nameZh, nameEn })),
    ...(neededBy === '' ? {} : { neededBy }),
    papers: rows.map(({ title, about, form, why, status }) => ({
      title,
      ...(about === undefined ? {} : { about }),
      form,
      why,
      status,
    })),
  }
}

/** Papers that were asked for: codes of rows, of whom, and on which plain date. */
export interface AskedFor {
  readonly codes: readonly string[]
  readonly from: string
  readonly on: string
}

/**
 * States of a checklist with what was asked for noted. Only what was missing becomes requested: a paper that waits for a
 * seal or a notary, or came as a scan, is further than that.
 */
export function markRequested(
  states: readonly ChecklistState[],
  { codes, from, on }: AskedFor,
): ChecklistState[] {
  const asked = new Set(codes)
  const noted = (state: ChecklistState): ChecklistState => ({
    ...state,
    status: state.status === 'missing' ? 'requested' : state.status,
    ...(from === '' ? {} : { requestedFrom: from }),
    requestedOn: on,
  })
  const known = new Set(states.map(({ code }) => code))
  return [
    ...states.map((state) => (asked.has(state.code) ? noted(state) : state)),
    ...[...asked].filter((code) => !known.has(code)).map((code) => noted({ code, status: 'missing' })),
  ]
}
