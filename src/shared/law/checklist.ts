import { z } from 'zod'
import { caseStages, claimKinds, milestoneKinds } from '../domain/case-stage.ts'
import { noticeManners } from '../domain/notice.ts'
import { Agent, Right, RightHolder } from '../domain/parties.ts'
import { Both, isInForce, LawSource } from './law-source.ts'

export const checklistGroups = [
  'identity',
  'authority',
  'rights',
  'identification',
  'amounts',
  'opinion',
] as const
export type ChecklistGroup = (typeof checklistGroups)[number]

/** To whom a paper goes. */
export const addressees = ['procuratorate', 'police', 'court', 'higher-procuratorate'] as const
export type Addressee = (typeof addressees)[number]

/**
 * What a case shows beyond its plain keys. `chain`: a link of authority that no right holder grants; `foreign-papers`: a
 * holder or a link from abroad; `foreign-party`: a holder from a foreign country; `right-owner`: the holder whose right was infringed; `secret-without-claim`: secrets, and confidentiality not claimed.
 */
export const caseFacts = [
  'chain',
  'foreign-papers',
  'foreign-party',
  'right-owner',
  'older-than-ten-years',
  'samples',
  'electronic-item',
  'copy-item',
  'secret-without-claim',
  'police-request',
  'later-round',
] as const
export type CaseFact = (typeof caseFacts)[number]

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.array(z.enum(values)).min(1).optional()

/**
 * When an entry is needed: every key given must hold, and a key holds when any of its values does. Holders, agents and
 * rights are those the entry is about; in an entry for the whole case any of the case.
 */
export const Condition = z.strictObject({
  stages: oneOf(caseStages),
  manners: oneOf(noticeManners),
  crimes: oneOf(['213', '214', '215', '216', '217', '218', '219', '219-1']),
  holders: z.array(RightHolder.shape.kind).min(1).optional(),
  agents: z.array(Agent.shape.kind).min(1).optional(),
  rights: z.array(Right.shape.kind).min(1).optional(),
  claims: oneOf(claimKinds),
  milestones: oneOf(milestoneKinds),
  facts: oneOf(caseFacts),
})
export type Condition = z.infer<typeof Condition>

/** `practice`: no text asks for it; `byAnalogy`: the text is about other proceedings or other persons. */
export const ChecklistSource = LawSource.extend({
  practice: z.literal(true).optional(),
  byAnalogy: z.literal(true).optional(),
})
export type ChecklistSource = z.infer<typeof ChecklistSource>

export const ChecklistRule = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  group: z.enum(checklistGroups),
  /** One entry for the case, or one for each holder, agent or right. */
  per: z.enum(['case', 'holder', 'agent', 'right']),
  when: Condition.default({}),
  need: z.enum(['required', 'recommended', 'if']),
  /** Required instead where any of these holds. */
  requiredWhen: z.array(Condition).default([]),
  source: z.string(),
  form: z.string(),
  /** `handling`: whoever has the case at its stage: police, procuratorate or court. */
  addressee: z.enum([...addressees, 'handling']),
  /** The date of the case that shows the entry is done. */
  doneBy: z.literal('notice.receiptReturnedOn').optional(),
  /** Written or signed by whoever keeps the case: nobody else is asked for it. */
  ours: z.literal(true).optional(),
  zh: z.string().min(1),
  en: z.string().min(1),
  why: Both,
})
export type ChecklistRule = z.infer<typeof ChecklistRule>

/** `resources/law/checklist.json`: entries, and by name their sources (each dated) and forms. */
export const ChecklistLaw = z
  .strictObject({
    date: z.iso.date(),
    note: z.string(),
    sources: z.record(z.string(), z.array(ChecklistSource).min(1)),
    forms: z.record(z.string(), Both),
    rules: z.array(ChecklistRule),
  })
  .superRefine((law, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', message })
    law.rules.forEach(({ id, source, form }, index) => {
      if (law.rules.findIndex((rule) => rule.id === id) !== index) refuse(`${id} is listed twice`)
      if (!Object.hasOwn(law.sources, source)) refuse(`${id} has no source ${source}`)
      if (!Object.hasOwn(law.forms, form)) refuse(`${id} has no form ${form}`)
    })
    for (const [name, versions] of Object.entries(law.sources)) {
      versions.forEach((version, index) => {
        const before = versions[index - 1]
        if (before && !(before.inForceTo !== undefined && before.inForceTo < version.inForceFrom))
          refuse(`${name} is in force twice, or not in the order of time`)
      })
    }
  })
export type ChecklistLaw = z.infer<typeof ChecklistLaw>

/** The version of a named source that is in force on a plain date; undefined when none is. */
export function sourceOn(law: ChecklistLaw, name: string, on: string): ChecklistSource | undefined {
  return law.sources[name]?.find((version) => isInForce(version, on))
}

/** True when a rule may be shown as law: read in its text, made for such proceedings, and no mere practice. */
export function isLaw({ confidence, practice, byAnalogy }: ChecklistSource): boolean {
  return confidence === 'confirmed' && practice === undefined && byAnalogy === undefined
}
