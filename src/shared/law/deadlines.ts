import { z } from 'zod'
import { caseStages, claimKinds, milestoneKinds } from '../domain/case-stage.ts'
import { Right } from '../domain/parties.ts'
import { Both, isInForce, LawSource } from './law-source.ts'

/**
 * The day a period is counted from. `acceptance` is the day the office that now reviews the case got it, newest restart
 * included; `first-acceptance` does not restart; `learned` the day of the notice or, before it, of the police request.
 */
export const anchors = [
  'acceptance',
  'first-acceptance',
  'learned',
  'arrest-requested',
  'sent-back',
  'not-prosecuted',
  'court-accepted',
  'hearing',
  'judgment-received',
  'trademark-ends',
  'patent-ends',
  'copyright-ends',
  'authority-ends',
] as const
export type Anchor = (typeof anchors)[number]

/** Something that must hold of the case, such as `stage:review`, `claim:compensation`, `right:patent`, `milestone:indicted`. */
const Condition = z.union([
  z.templateLiteral(['stage:', z.enum(caseStages)]),
  z.templateLiteral(['claim:', z.enum(claimKinds)]),
  z.templateLiteral(['milestone:', z.enum(milestoneKinds)]),
  z.templateLiteral(['right:', Right.shape.kind]),
])
export type Condition = z.infer<typeof Condition>

/** Months first, then days; the first day is not counted. Half a month is written as 15 days. */
const Length = z.strictObject({
  months: z.number().int().optional(),
  days: z.number().int().optional(),
})
export type Length = z.infer<typeof Length>

const words = { zh: z.string().min(1), en: z.string().min(1) }

export const DeadlineRule = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)*$/),
  ...words,
  /** Whose period it is. */
  who: z.enum(['office', 'holder']),
  anchor: z.enum(anchors),
  length: Length,
  /** What the counted day is: the last day, or a bound that the true day cannot pass as far as the case knows. */
  gives: z.enum(['day', 'earliest', 'latest']).default('day'),
  /** True: a last day on a holiday moves to the next working day (CPL 105(4)). */
  rolls: z.boolean().default(false),
  /** The period may be extended or start again, so an unknown anchor gives no latest day. */
  open: z.boolean().default(false),
  /** Says nothing of use while the anchor is not known. */
  onlyWithAnchor: z.boolean().default(true),
  /** Something the holder may lose by waiting: the board counts its days. */
  urgent: z.boolean().default(false),
  /** Shown when any of these holds; without any, always. */
  when: z.array(Condition).default([]),
  /** Not shown when any of these holds. */
  unless: z.array(Condition).default([]),
  note: Both.optional(),
  /** What can still be done once the day has passed. */
  afterwards: Both.optional(),
  source: LawSource,
})
export type DeadlineRule = z.infer<typeof DeadlineRule>

/** What is said of a day that an office named. */
const NamedDay = z.strictObject({
  id: z.enum(['notice.reply', 'police.reply', 'hearing']),
  ...words,
  note: Both.optional(),
  afterwards: Both.optional(),
  source: LawSource.optional(),
})
export type NamedDay = z.infer<typeof NamedDay>

/** A statute or interpretation and the days it applies to decisions. */
export const LawText = z.strictObject({
  id: z.string(),
  ...words,
  inForceFrom: z.iso.date(),
  inForceTo: z.iso.date().optional(),
  confidence: z.enum(['confirmed', 'secondary', 'unverified']),
  note: Both.optional(),
})
export type LawText = z.infer<typeof LawText>

/** Sentences beside a day; `{date}`, `{days}`, `{year}`, `{title}`, `{about}` are blanks. */
const phraseNames = [
  'about',
  'setReply',
  'setOther',
  'isSet',
  'otherReading',
  'moved',
  'noHolidays',
  'restarted',
  'acceptanceBounded',
  'issueUnknown',
  'restartUnknown',
  'dayMissing',
] as const
export type PhraseName = (typeof phraseNames)[number]

/** `resources/law/deadlines.json`: periods, days that offices name, and the texts in force by date. */
export const DeadlineLaw = z
  .strictObject({
    /** The longest time, as reported, from acceptance to the notice; bounds an unknown day of acceptance. */
    noticeAfterAcceptance: z.strictObject({ days: z.number().int().positive(), source: LawSource }),
    named: z.array(NamedDay),
    rules: z.array(DeadlineRule),
    texts: z.array(LawText),
    phrases: z.record(z.enum(phraseNames), Both),
  })
  .superRefine((law, context) => {
    const dated = [
      ...law.rules.map(({ id, source }) => ({ list: 'rules', id, source })),
      ...law.texts.map(({ id, ...source }) => ({ list: 'texts', id, source })),
    ]
    dated.forEach((one, index) => {
      const twin = dated
        .slice(0, index)
        .find((other) => other.list === one.list && other.id === one.id && overlap(other.source, one.source))
      if (twin) context.addIssue({ code: 'custom', message: `${one.id} is in force twice at one time` })
    })
  })
export type DeadlineLaw = z.infer<typeof DeadlineLaw>

interface InForce {
  readonly inForceFrom: string
  readonly inForceTo?: string | undefined
}

function overlap(a: InForce, b: InForce): boolean {
  return isInForce(a, b.inForceFrom) || isInForce(b, a.inForceFrom)
}

/**
 * The statutes and interpretations for a case decided on a plain date, in the order of the law data. Each note says what
 * counsel must weigh, such as acts before a text came into force.
 */
export function textsInForce(law: { readonly deadlines: DeadlineLaw }, on: string): LawText[] {
  return law.deadlines.texts.filter((text) => isInForce(text, on))
}

/** A sentence of the law data with its blanks filled, in both languages. */
export function phrase(
  law: { readonly deadlines: DeadlineLaw },
  name: PhraseName,
  facts: Readonly<Record<string, string | number>> = {},
): Both {
  const { zh, en } = law.deadlines.phrases[name]
  const filled = (sentence: string) =>
    sentence.replace(/\{([a-z]+)\}/g, (blank, key: string) => String(facts[key] ?? blank))
  return { zh: filled(zh), en: filled(en) }
}
