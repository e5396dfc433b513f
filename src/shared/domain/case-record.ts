import { z } from 'zod'
import { AuthorityLink } from './authority-link.ts'
import { ContactEntry, Obstacle, SampleRecord, Submission } from './case-log.ts'
import {
  caseStages,
  claimKinds,
  ClosingEntry,
  DateMark,
  Milestone,
  PoliceRequest,
  UserDate,
} from './case-stage.ts'
import { ChecklistState, OwnChecklistEntry } from './checklist-state.ts'
import { EvidenceGroup } from './evidence-item.ts'
import { Notice } from './notice.ts'
import { Agent, Right, RightHolder, Suspect } from './parties.ts'
import { Instant, Line } from './schema-pieces.ts'

export const caseFolderFormat = 'rights-dossier/case-folder'

/**
 * `case.json` of case folder v1 (docs/formats/case-folder-v1.md).
 * Blank text is allowed here; whether a blank may stand is judged by the bundle plan.
 */
export const CaseRecord = z.strictObject({
  format: z.literal(caseFolderFormat),
  version: z.literal(1),
  /** ASCII; begins every file name of the bundle. */
  caseCode: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/, { error: 'case-code' }),
  /** First submission 1, then one more each time. */
  round: z.number().int().min(1).max(99).default(1),
  /** Of the bundle; without it the moment of building is used. */
  createdAt: Instant.optional(),
  documentLanguage: z.enum(['zh', 'en']).default('zh'),
  brand: Line.optional(),
  /** Absent: in the review for prosecution. */
  stage: z.enum(caseStages).optional(),
  /** Cases of one raid carry the same words here. */
  raid: Line.optional(),
  /** Who looks after the case. */
  owner: Line.optional(),
  labels: z.array(Line).max(20).optional(),
  notice: Notice,
  police: PoliceRequest.optional(),
  claims: z.array(z.enum(claimKinds)).max(5).optional(),
  suspects: z.array(Suspect).max(500).default([]),
  /** Articles of the Criminal Law, such as `214`; names come from the law data. */
  crimes: z
    .array(z.enum(['213', '214', '215', '216', '217', '218', '219', '219-1']))
    .max(8)
    .default([]),
  rightHolders: z.array(RightHolder).max(100).default([]),
  agents: z.array(Agent).max(20).default([]),
  rights: z.array(Right).max(500).default([]),
  groups: z.array(EvidenceGroup).max(99).default([]),
  authority: z.array(AuthorityLink).max(50).optional(),
  samples: z.array(SampleRecord).max(500).optional(),
  milestones: z.array(Milestone).max(100).optional(),
  userDates: z.array(UserDate).max(50).optional(),
  dateMarks: z.array(DateMark).max(500).optional(),
  checklist: z.array(ChecklistState).max(1000).optional(),
  ownEntries: z.array(OwnChecklistEntry).max(100).optional(),
  contacts: z.array(ContactEntry).max(1000).optional(),
  obstacles: z.array(Obstacle).max(200).optional(),
  submissions: z.array(Submission).max(99).optional(),
  closing: z.array(ClosingEntry).max(5).optional(),
  /** How the bundle is set. */
  bundle: z
    .strictObject({
      dividers: z.enum(['group', 'item', 'none']).default('group'),
      /** Number of the first page; from the second round on, one more than the last page handed in. */
      firstPageNumber: z.number().int().min(1).max(999999).default(1),
      /** Discs handed over with the papers. */
      discs: z.number().int().min(0).max(99).default(1),
    })
    .default({ dividers: 'group', firstPageNumber: 1, discs: 1 }),
})
export type CaseRecord = z.infer<typeof CaseRecord>
