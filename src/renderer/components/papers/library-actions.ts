import { Failure } from '../../../shared/contract/failure.ts'
import {
  detailsOfPaper,
  withIdentityGroup,
  withPaperReplaced,
  type AttachedPaper,
  withPapersReady,
  withProfile,
} from '../../../shared/domain/attach-papers.ts'
import type { CaseDraft } from '../../../shared/domain/case-draft.ts'
import type { HolderProfile } from '../../../shared/domain/holder-profile.ts'
import {
  daysOfCase,
  type LeftOutPaper,
  leftOutOf,
  papersFor,
} from '../../../shared/domain/papers-for-case.ts'
import type { StandingPaper } from '../../../shared/domain/standing-paper.ts'
import type { Composition, Item, Register, StepKind } from '../../register/register.ts'
import type { Services } from '../../services.ts'
import { knownCodes } from './known-codes.ts'

type Parts = Pick<Services, 'law' | 'limits' | 'newId'> & {
  readonly register: Register
  readonly today: string
}

/**
 * Puts standing papers into a case as one step of its history: an item of identity papers each, which shares the content
 * of the library, and the entries they fulfil marked ready. A paper that is in the case already is only marked. Gives how
 * many items were added. Throws Failure intake.case-full, content.missing, register.*.
 */
export async function attachPapers(
  parts: Parts,
  caseId: string,
  attached: readonly AttachedPaper[],
): Promise<number> {
  const added = await parts.register.items.compose(
    caseId,
    ({ draft, items }) => composed(parts, draft, items, attached),
    { kind: 'paper.attach' },
  )
  return added.length
}

/** What filling in a holder came to. */
export interface TakenHolder {
  readonly attached: number
  /** Fitting papers that stayed out, each with its reason. */
  readonly leftOut: readonly LeftOutPaper[]
}

/**
 * Fills a holder of the library into a case, with rights, and attaches every paper of the holder that fits and is valid on
 * the day of submission, as one step of the history. Throws as `attachPapers`.
 */
export async function takeHolder(parts: Parts, caseId: string, profile: HolderProfile): Promise<TakenHolder> {
  const papers = (await parts.register.papers.ofHolder(profile.id)).filter((paper) => !paper.isDamaged)
  let leftOut: readonly LeftOutPaper[] = []
  const added = await parts.register.items.compose(
    caseId,
    ({ draft: before, items }) => {
      const { draft } = withProfile(before, profile)
      const fitting = papersFor(draft, [profile], papers, knownCodes(draft, parts.law, parts.today))
      const days = daysOfCase(draft, parts.today)
      const usable = fitting.filter(({ paper }) => leftOutOf(paper, days) === undefined)
      leftOut = fitting.flatMap(({ paper }) => leftOutOf(paper, days) ?? [])
      return composed(parts, draft, items, usable)
    },
    { kind: 'holder.add' },
  )
  return { attached: added.length, leftOut }
}

/** Puts a new paper in the place of an old one in a case, as one step of its history. Throws as `attachPapers`. */
export async function replaceInCase(
  register: Register,
  caseId: string,
  old: StandingPaper,
  by: StandingPaper,
): Promise<void> {
  const { contentId, original } = by
  if (contentId === '' || !original) return
  await register.items.compose(
    caseId,
    ({ draft, items }) => ({
      draft: withPaperReplaced(draft, old, by),
      changed: items
        .filter((item) => item.contentId === old.contentId && !item.trashed)
        .map((item) => ({
          ...item,
          contentId,
          original,
          rotation: 0,
          details: item.details.name === old.name ? { ...item.details, name: by.name } : item.details,
        })),
    }),
    { kind: 'paper.replace' },
  )
}

/** Undoes the step of `kind` in a case while it is the last one: whatever was done since stays. True when it was undone. */
export async function undoIfLast(
  { history }: Pick<Register, 'history'>,
  caseId: string,
  kind: StepKind,
): Promise<boolean> {
  if (history.state(caseId).undo !== kind) return false
  await history.undo(caseId)
  return true
}

function composed(
  { limits, newId }: Parts,
  before: CaseDraft,
  items: readonly Item[],
  attached: readonly AttachedPaper[],
): Composition {
  const here = items.filter((item) => !item.trashed)
  const { draft, groupId } = withIdentityGroup(before, newId)
  const present = new Set(here.map((item) => item.contentId))
  const added = attached.flatMap(({ paper }) => {
    const { contentId, original } = paper
    if (!original || present.has(contentId)) return []
    present.add(contentId)
    return [{ groupId, contentId, original, details: detailsOfPaper(paper) }]
  })
  if (here.length + added.length > limits.maxItems) {
    throw new Failure('intake.case-full', { name: attached[0]?.paper.name ?? '', limit: limits.maxItems })
  }
  const originals = new Set([...here, ...added].map(({ original }) => original.sha256))
  return { draft: withPapersReady(added.length > 0 ? draft : before, attached, originals), added }
}
