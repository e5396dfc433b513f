import { z } from 'zod'
import { daysBetween } from './calendar.ts'
import type { TakenIn } from './intake.ts'
import { isCalendarDate, Line, OptionalDate, Paragraphs } from './schema-pieces.ts'

/** Papers a holder uses again and again. */
export const paperKinds = [
  'business-licence',
  'incorporation',
  'good-standing',
  'representative-certificate',
  'identity-document',
  'power-of-attorney',
  'firm-letter',
  'lawyer-licence',
  'registration-certificate',
  'translation',
  'apostille',
  'appraiser-authorisation',
  'price-list',
  'other',
] as const
export type PaperKind = (typeof paperKinds)[number]

/**
 * Rules of the checklist that a paper of a kind usually fulfils; which of them a case asks for depends on its holder, agent
 * or right. The ids are those of the law data.
 */
export const usualCodes: Readonly<Record<PaperKind, readonly string[]>> = {
  'business-licence': ['business-licence', 'licensee-registration'],
  incorporation: [
    'incorporation-certificate',
    'organisation-registration',
    'hong-kong-macao-taiwan-registration',
  ],
  'good-standing': ['incorporation-certificate'],
  'representative-certificate': ['legal-representative-statement', 'authorised-signatory-statement'],
  'identity-document': ['representative-identity', 'individual-identity'],
  'power-of-attorney': ['power-of-attorney'],
  'firm-letter': ['law-firm-letter'],
  'lawyer-licence': ['lawyer-licence'],
  'registration-certificate': ['trademark-certificate', 'copyright-registration', 'patent-certificate'],
  translation: ['translation-statement'],
  apostille: ['authority-authentication', 'authority-authentication-hong-kong-macao-taiwan'],
  'appraiser-authorisation': ['appraiser-authorisation'],
  'price-list': ['price-basis'],
  other: [],
}

/** What take-in found out about the scan. */
const Original = z.custom<TakenIn>((value) => value instanceof Object)

/** A standing paper of a holder. Dates are plain local dates; text is kept as it was typed. */
export const StandingPaper = z.strictObject({
  id: z.string().min(1).max(60),
  /** Id of the profile. */
  holderId: z.string().min(1).max(60),
  kind: z.enum(paperKinds),
  name: Line,
  /** Rules of the checklist it fulfils, without what they are about. */
  codes: z.array(z.string().min(1).max(120)).max(20).default([]),
  validFrom: OptionalDate.default(''),
  validTo: OptionalDate.default(''),
  /** What it is good for, in its own words. */
  scope: Line.default(''),
  language: Line.default(''),
  country: Line.default(''),
  /** Of the paper, the licence or the register: tells which right or agent it is about. */
  number: Line.default(''),
  /** Where the original lies. */
  originalAt: Line.default(''),
  /** Who has the original now; empty when it lies in its place. */
  lentTo: Line.default(''),
  lentOn: OptionalDate.default(''),
  remarks: Paragraphs.default(''),
  /** Of the scan; empty while there is none. */
  contentId: z.string().max(60).default(''),
  original: Original.optional(),
  /** Id of the paper that took its place. */
  replacedBy: z.string().max(60).optional(),
  archived: z.boolean().default(false),
})
export type StandingPaper = z.infer<typeof StandingPaper>

/** A paper of which only its holder, kind and name are known. */
export function blankPaper(id: string, holderId: string, kind: PaperKind, name: string): StandingPaper {
  return {
    id,
    holderId,
    kind,
    name,
    codes: [...usualCodes[kind]],
    validFrom: '',
    validTo: '',
    scope: '',
    language: '',
    country: '',
    number: '',
    originalAt: '',
    lentTo: '',
    lentOn: '',
    remarks: '',
    contentId: '',
    archived: false,
  }
}

export type PaperValidity = 'valid' | 'not-yet-valid' | 'expired'

/** Whether a paper is valid on a plain date, first and last day included. A side that is blank or no date is open. */
export function validityOn(paper: Pick<StandingPaper, 'validFrom' | 'validTo'>, on: string): PaperValidity {
  if (isCalendarDate(paper.validTo) && paper.validTo < on) return 'expired'
  if (isCalendarDate(paper.validFrom) && paper.validFrom > on) return 'not-yet-valid'
  return 'valid'
}

/** The two days a paper is judged against; without the day of the acts only the submission counts. */
export interface PaperDays {
  readonly acts?: string | undefined
  readonly submission: string
}

export interface PaperWarning {
  readonly kind: 'expired' | 'not-yet-valid' | 'expires-soon' | 'original-lent' | 'original-unknown'
  /** Which of the two days it is about; absent where none is. */
  readonly against?: 'acts' | 'submission'
  /** The day that was missed or comes, or since when the original is lent. */
  readonly date?: string
  /** Days from the submission to the end of validity. */
  readonly days?: number
}

/**
 * What speaks against a paper: not valid on the day of the acts (rights only) or of the submission, ending within
 * `soonDays` after the submission, its original lent or of unknown place.
 */
export function paperWarnings(
  paper: StandingPaper,
  { acts, submission }: PaperDays,
  soonDays: number,
): readonly PaperWarning[] {
  const warnings: PaperWarning[] = []
  const judge = (against: 'acts' | 'submission', on: string) => {
    const validity = validityOn(paper, on)
    if (validity === 'valid') return true
    warnings.push({ kind: validity, against, date: validity === 'expired' ? paper.validTo : paper.validFrom })
    return false
  }
  // An authorisation or licence of today need not have existed when the goods were made; a right must have.
  if (acts !== undefined && isCalendarDate(acts) && isAboutRight(paper)) judge('acts', acts)
  if (judge('submission', submission) && isCalendarDate(paper.validTo)) {
    const days = daysBetween(submission, paper.validTo)
    if (days <= soonDays)
      warnings.push({ kind: 'expires-soon', against: 'submission', date: paper.validTo, days })
  }
  if (paper.lentTo.trim() !== '') {
    warnings.push({ kind: 'original-lent', ...(paper.lentOn === '' ? {} : { date: paper.lentOn }) })
  } else if (paper.originalAt.trim() === '') warnings.push({ kind: 'original-unknown' })
  return warnings
}

/** True for papers that prove a right, which must have existed when it was infringed. */
export function isAboutRight({ kind }: Pick<StandingPaper, 'kind'>): boolean {
  return kind === 'registration-certificate'
}

/** True for a paper that may be used: neither put away nor replaced. */
export function isCurrent(paper: Pick<StandingPaper, 'archived' | 'replacedBy'>): boolean {
  return !paper.archived && paper.replacedBy === undefined
}
