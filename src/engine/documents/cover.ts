import { inHexGroups } from '../../shared/domain/hex-groups.ts'
import { blank, type Inline, small, text } from '../layout/inline.ts'
import type { PageFlow } from '../layout/page-flow.ts'
import { a4, type Rect, textWidth } from '../layout/page.ts'
import type { PaintedForm } from '../layout/paint-pages.ts'
import { groupsOf, type Tally, tallyOf } from './bundle-numbers.ts'
import { caseTitle, departmentName, holderName, itemNumber, suspectNames } from './case-lines.ts'
import { type FormRow, setForm } from './form-table.ts'
import type { PaperWords } from './paper-words.ts'
import { type NumberedContext, type PaperContext, startPaper } from './paper.ts'
import { signatureBlock } from './signature-block.ts'

export interface Cover {
  readonly flow: PageFlow
  readonly signature: { readonly page: number; readonly rect: Rect; readonly appearance: PaintedForm }
}

/**
 * 提交材料封面 (papers.md 1): to whom, which case, who submits, what, how much; room for seal and signature. Many
 * suspects shrink to 等n人 where that keeps it on one page; where it does not, all are named that otherwise would be.
 */
export function setCover(context: NumberedContext): Cover {
  for (const names of shortenings) {
    for (const padding of paddings) {
      const cover = setCoverWith(padding, names, context)
      if (cover.flow.pages.length === 1) return cover
    }
  }
  return setCoverWith(4, shortenings[0], context)
}

/** Airy where there is little to say, tighter rather than a second page. */
const paddings = [7, 6, 5, 4, 3, 2] as const

/** Most suspects named in the line of the case and in their own; the case gives way first. */
interface MostNames {
  readonly inCase: number
  readonly inSuspects: number
}
const shortenings = [
  { inCase: 20, inSuspects: 20 },
  { inCase: 3, inSuspects: 20 },
  { inCase: 3, inSuspects: 10 },
  { inCase: 1, inSuspects: 3 },
] as const satisfies readonly MostNames[]

function setCoverWith(paddingY: number, names: MostNames, context: NumberedContext): Cover {
  const { words } = context
  const zh = words.language === 'zh'
  const flow = startPaper(context, words.say('cover.title'))
  flow.paragraph(words.say('cover.title'), {
    size: zh ? 24 : 19,
    weight: 'bold',
    align: 'center',
    role: 'H1',
    before: zh ? 4 : 0,
    leading: 1.5,
  })
  flow.paragraph(words.say('cover.round', { round: context.plan.case.round }), {
    size: zh ? 12 : 11,
    align: 'center',
    after: 8,
  })
  setForm(flow, coverRows(context, names), { labelWidth: zh ? 84 : 98, size: zh ? 10.2 : 9, paddingY })
  return { flow, signature: setClosing(context, flow) }
}

/**
 * The declaration and, on the same page, what signs it: technical signature at the left, room for seal and handwriting
 * at the right, both at the foot.
 */
function setClosing(context: PaperContext, flow: PageFlow): Cover['signature'] {
  const { words } = context
  const appearance = signatureBlock(context, flow)
  const height = Math.max(appearance.height, 100)
  const size = words.language === 'zh' ? 10.5 : 9.5
  flow.paragraph(words.say('cover.truth'), { size, before: 8, after: 6, leading: 1.5, keep: height + 6 })
  const bottom = a4.bottom
  const rect: Rect = [a4.left, bottom, a4.left + appearance.width, bottom + appearance.height]
  const left = appearance.width + 18
  const style = { left, width: textWidth - left, size, align: 'start' } as const
  flow.y = bottom + height
  flow.paragraph(words.say('cover.seal'), style)
  flow.y = bottom + height * 0.5
  flow.paragraph(words.say('cover.agent-signature'), style)
  flow.y = bottom + style.size * 1.6 + 2
  flow.paragraph([text(words.say('cover.date')), ...blankDate(words)], style)
  flow.y = bottom
  return { page: flow.pageIndex, rect, appearance }
}

/** ____年__月__日 */
export function blankDate(words: PaperWords): Inline[] {
  const zh = words.language === 'zh'
  return [
    blank(zh ? 40 : 30),
    text(words.say('date.blank-year')),
    blank(zh ? 24 : 18),
    text(words.say('date.blank-month')),
    blank(zh ? 24 : 18),
    text(words.say('date.blank-day')),
  ]
}

function coverRows(context: NumberedContext, most: MostNames): readonly FormRow[] {
  const { words, plan, originalsListSha256 } = context
  const { notice, round } = plan.case
  const row = (label: string, value: FormRow['value']): FormRow => ({ label, value })
  const prosecutor = notice.prosecutor
  return [
    row(words.say('cover.addressee'), [
      orBlank(notice.office, 150),
      text(`${words.gap}${departmentName(context)}`),
      ...(prosecutor && prosecutor.name !== ''
        ? [
            text(`\n${words.say('cover.prosecutor', { name: prosecutor.name })}`),
            ...(prosecutor.phone
              ? [text(`${words.gap}${words.say('cover.phone-label')}${prosecutor.phone}`)]
              : []),
          ]
        : []),
    ]),
    row(words.say('cover.case'), caseTitle(context, most.inCase)),
    row(words.say('cover.suspects'), suspectNames(context, most.inSuspects) || [blank(150)]),
    row(words.say('cover.numbers'), [
      text(words.say('cover.case-number')),
      orBlank(notice.caseNumber, 120),
      text('\n'),
      text(words.say('cover.document-number')),
      orBlank(notice.documentNumber, 120),
    ]),
    row(words.say('cover.notice'), noticeLine(context)),
    row(words.say('cover.holder'), holderLines(context)),
    row(words.say('cover.submitter'), submitterLines(context)),
    row(words.say('cover.contact'), contactLines(context)),
    row(words.say('cover.counts'), countLines(context)),
    row(
      words.say('cover.this-round'),
      round === 1 ? words.say('cover.first-round') : words.say('cover.later-round', { round }),
    ),
    row(words.say('cover.manner'), [
      text(words.say('cover.manner-boxes')),
      blank(110),
      text(words.say('cover.manner-other')),
      blank(60),
    ]),
    row(words.say('cover.secrecy'), secrecyLine(context)),
    row(words.say('cover.digest'), [
      small(inHexGroups(originalsListSha256), 0.88),
      small(`\n${words.say('cover.digest-how', { pdf: `data/${plan.names.pdf}` })}`, 0.8),
    ]),
  ]
}

function orBlank(value: string | undefined, width: number): Inline {
  return value === undefined || value === '' ? blank(width) : text(value)
}

function noticeLine({ words, plan }: PaperContext): Inline[] {
  const { manner, receivedOn } = plan.case.notice
  const said = words.say(`cover.manner.${manner}`)
  if (manner === 'none') return [text(said)]
  const date = words.date(receivedOn)
  if (date !== '') return [text(words.clauses([said, words.say('cover.received', { date })]))]
  return [text(words.clauses([said, words.say('cover.received-label')])), blank(90)]
}

function holderLines(context: PaperContext): Inline[] {
  const { words, plan } = context
  const { rightHolders } = plan.case
  if (rightHolders.length === 0) return [blank(150)]
  const lines = rightHolders.map((holder) =>
    words.clauses([
      holderName(holder, context),
      holder.registrationNumber ? words.say('cover.registration', { number: holder.registrationNumber }) : '',
    ]),
  )
  return [text(lines.join('\n'))]
}

function submitterLines({ words, plan }: PaperContext): Inline[] {
  const { agents, rightHolders } = plan.case
  if (agents.length === 0) {
    const [holder] = rightHolders
    const representative = holder?.representative
    return [
      text(
        words.clauses([
          words.say('cover.holder-itself'),
          representative ? words.say('cover.representative', { name: representative }) : '',
        ]),
      ),
    ]
  }
  const lines = agents.map((agent) => {
    const represented = rightHolders.filter((holder) => agent.actsFor.includes(holder.id))
    const holders = represented.length < rightHolders.length ? represented : []
    return words.clauses([
      words.say('cover.agent', { name: agent.name }),
      agent.organisation ?? '',
      agent.licenceNumber ? words.say('cover.licence', { number: agent.licenceNumber }) : '',
      holders.length > 0
        ? words.say('cover.agent-for', {
            holders: words.list(holders.map((holder) => holder.nameZh || holder.nameEn || '')),
          })
        : '',
    ])
  })
  return [text(lines.join('\n'))]
}

function contactLines({ words, plan }: PaperContext): Inline[] {
  const { name, phone, email, address } = contactOf(plan.case)
  return [
    text(words.say('cover.contact-label')),
    orBlank(name, 60),
    text(`${words.gap}${words.say('cover.phone-label')}`),
    orBlank(phone, 80),
    ...(email ? [text(`${words.gap}${words.say('cover.email-label')}${email}`)] : []),
    text(`\n${words.say('cover.address-label')}`),
    orBlank(address, 180),
  ]
}

interface Contact {
  readonly name: string | undefined
  readonly phone: string | undefined
  readonly email: string | undefined
  readonly address: string | undefined
}

/** The first who can be reached, agents before holders. All of one person: a number beside another's name misleads. */
function contactOf({ agents, rightHolders }: PaperContext['plan']['case']): Contact {
  const people: Contact[] = [
    ...agents.map(({ name, phone, email, serviceAddress: address }) => ({ name, phone, email, address })),
    ...rightHolders.map(({ contactPerson, nameZh, nameEn, phone, email, address }) => ({
      name: contactPerson || nameZh || nameEn,
      phone,
      email,
      address,
    })),
  ]
  const nobody = { name: undefined, phone: undefined, email: undefined, address: undefined }
  return people.find(({ phone, email }) => phone?.trim() || email?.trim()) ?? people[0] ?? nobody
}

function countLines({ words, plan, numbers }: NumberedContext): string {
  const facts = (tally: Tally) => ({
    groups: words.count('group', tally.groups),
    items: words.count('item', tally.items),
    pages: words.count('page', tally.pages),
  })
  const all = tallyOf(plan.groups, numbers)
  const sets = (['identity', 'evidence'] as const)
    .map((set) => ({ set, tally: tallyOf(groupsOf(plan, set), numbers) }))
    .filter(({ tally }) => tally.items > 0)
    .map(({ set, tally }) => words.say('cover.counts-set', { set: words.say(`set.${set}`), ...facts(tally) }))
  const { first, last } = numbers
  return [
    words.say('cover.counts-all', facts(all)),
    ...(sets.length > 1 ? [words.language === 'zh' ? words.clauses(sets) : sets.join('\n')] : []),
    words.clauses([
      words.say('cover.counts-forms', {
        originals: words.count('original', all.originals),
        copies: words.count('copy', all.copies),
        electronic: words.count('electronic', all.electronic),
        discs: words.count('disc', plan.totals.discs),
      }),
      all.unnamed > 0 ? words.count('unnamed', all.unnamed) : '',
    ]),
    words.say('cover.counts-volume', { range: words.pages(first, last) }),
    // Otherwise a second submission, `page 46 of 109`, looks as if 45 pages were missing.
    ...(first > 1 ? [words.say('cover.counts-continued', { first, last, before: first - 1 })] : []),
  ].join('\n')
}

function secrecyLine(context: PaperContext): Inline[] {
  const { words, plan } = context
  const secret = plan.groups
    .flatMap((group) => group.items)
    .filter((item) => item.entry.secrecy === 'trade-secret')
  const said =
    secret.length === 0
      ? words.say('cover.secret-none')
      : words.say('cover.secret-some', {
          items: words.list(secret.map((item) => itemNumber(context, item))),
        })
  return [text(said), text(words.say('cover.sealed-volume')), blank(70)]
}
