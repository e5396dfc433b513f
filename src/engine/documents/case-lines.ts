import type { BundlePlan, PlannedItem } from '../../shared/domain/bundle-plan.ts'
import type { RightHolder } from '../../shared/domain/parties.ts'
import { crimeName, evidenceKindName } from '../../shared/law/law-book.ts'
import { explainFinding } from '../../shared/messages/explain.ts'
import { printableName } from '../layout/printable.ts'
import type { PaperContext } from './paper.ts'

const mostNames = 20

/** 张某等涉嫌……罪一案: the line every paper carries. */
export function caseTitle(context: PaperContext, most = mostNames): string {
  const { words } = context
  return words.say('case.title', {
    suspects: suspectNames(context, most) || words.say('case.unnamed-suspects'),
    crimes: crimeNames(context) || words.say('case.unnamed-crimes'),
  })
}

/** Names of the suspects; after so many, how many there are. */
export function suspectNames({ plan, words }: PaperContext, most = mostNames): string {
  const names = plan.case.suspects.map((suspect) => suspect.name)
  const shown = words.list(names.slice(0, most))
  return names.length > most ? words.say('case.and-others', { names: shown, count: names.length }) : shown
}

function crimeNames({ plan, words, law }: PaperContext): string {
  return words.list(
    plan.case.crimes.map((article) => {
      const zh = crimeName(law, article, 'zh')
      return words.language === 'zh' ? zh : `${crimeName(law, article, 'en')} (${zh})`
    }),
  )
}

/** Who takes the papers in: the department the notice names, else the one that receives (检规 39). */
export function departmentName({ plan, words }: PaperContext): string {
  return plan.case.notice.department || words.say('cover.department')
}

/** Statutory kind of an item; its Chinese name beside the English one. */
export function kindName({ words, law }: PaperContext, item: PlannedItem): string {
  const zh = evidenceKindName(law, item.entry.kind, 'zh')
  if (words.language === 'zh' || zh === '') return zh
  return `${evidenceKindName(law, item.entry.kind, 'en')} ${zh}`
}

/** Name of a holder as the register has it; the other language beside it. */
export function holderName(holder: RightHolder, { words }: PaperContext): string {
  if (holder.nameZh === '') return holder.nameEn ?? ''
  if (!holder.nameEn) return holder.nameZh
  return words.language === 'zh'
    ? `${holder.nameZh}（${holder.nameEn}）`
    : `${holder.nameZh} (${holder.nameEn})`
}

/** Names of the right holders; after so many, how many there are. */
export function holderNames({ plan, words }: PaperContext, most = Infinity): string {
  const names = plan.case.rightHolders.map((holder) => holder.nameZh || holder.nameEn || '')
  const shown = words.list(names.slice(0, most))
  return names.length > most ? words.say('holders.and-others', { names: shown, count: names.length }) : shown
}

export function itemName({ words }: PaperContext, item: PlannedItem): string {
  return item.entry.name === '' ? words.say('item.unnamed') : item.entry.name
}

/** 证据 3, Identity 1. */
export function itemNumber({ words }: Pick<PaperContext, 'words'>, item: PlannedItem): string {
  return words.say(item.set === 'identity' ? 'item.identity' : 'item.evidence', { number: item.number })
}

/** True when a page of explanation stands for the item. */
export function isExplained({ surveys }: PaperContext, item: PlannedItem): boolean {
  return surveys.get(item.label)?.shown !== true
}

/** What the survey of a file found, in words; information only where `all`. */
export function noticesOf(context: PaperContext, item: PlannedItem, all: boolean): readonly string[] {
  const findings = context.surveys.get(item.label)?.findings ?? []
  return findings
    .filter((found) => all || found.severity !== 'info')
    .map((found) =>
      printableName(
        explainFinding({ ...found, subject: itemTitle(context, item) }, context.words.language),
        context.typefaces,
      ),
    )
}

export function originalName(context: PaperContext, item: PlannedItem): string {
  return printableName(item.file.originalName, context.typefaces)
}

/** Number and name: `证据 3 商标注册证`. */
export function itemTitle(context: PaperContext, item: PlannedItem): string {
  return context.words.titled(itemNumber(context, item), itemName(context, item))
}

/** 第二组 权利基础 */
export function groupTitle({ words }: PaperContext, group: BundlePlan['groups'][number]): string {
  return words.titled(words.group(group.number), group.name === '' ? words.say('group.unnamed') : group.name)
}

/** A term with its Chinese on a line of its own, for narrow cells. */
export function stacked(term: string): string {
  return term.replace(/ (?=\p{Script=Han})/u, '\n')
}
