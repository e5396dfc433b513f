import { discBagFolder } from '../../shared/domain/bundle-names.ts'
import type { PlannedGroup, PlannedItem } from '../../shared/domain/bundle-plan.ts'
import { inHexGroups } from '../../shared/domain/hex-groups.ts'
import { small } from '../layout/inline.ts'
import type { PageFlow } from '../layout/page-flow.ts'
import { printableName } from '../layout/printable.ts'
import { itemName, itemTitle, noticesOf, originalName } from './case-lines.ts'
import { setItemHeading, setWayBack } from './divider.ts'
import { fileFormat, formatName } from './file-format.ts'
import { type FormRow, setForm } from './form-table.ts'
import { type NumberedContext, type PaperContext, startPaper } from './paper.ts'

/** The page that stands for an item which cannot be merged: what it is, why, where it lies, what opens it. */
export function setExplanation(item: PlannedItem, group: PlannedGroup, context: NumberedContext): PageFlow {
  const { words, typefaces } = context
  const zh = words.language === 'zh'
  const { file } = item
  const flow = startPaper(context, itemTitle(context, item))
  setItemHeading(flow, item, group, context)
  flow.paragraph(words.say('explanation.title'), {
    size: zh ? 14 : 12,
    weight: 'bold',
    align: 'center',
    role: 'H2',
  })
  flow.paragraph(words.say('explanation.lead'), { size: zh ? 10.5 : 9.6, align: 'center', after: 10 })
  const path = printableName(file.path, typefaces)
  const rows: FormRow[] = [
    { label: words.say('explanation.name'), value: itemName(context, item) },
    { label: words.say('explanation.original-name'), value: originalName(context, item) },
    { label: words.say('explanation.format'), value: formatName(file, words) },
    { label: words.say('explanation.size'), value: words.bytes(file.bytes) },
    { label: words.say('explanation.sha256'), value: [small(inHexGroups(file.sha256), 0.86)] },
    { label: words.say('explanation.sm3'), value: [small(inHexGroups(file.sm3), 0.86)] },
    { label: words.say('explanation.why'), value: whyNotShown(item, context) },
    {
      label: words.say('explanation.where'),
      value: words.say('explanation.where-value', { path, folder: discBagFolder[words.language] }),
    },
    { label: words.say('explanation.open-with'), value: openedWith(item, context) },
  ]
  setForm(flow, rows, { labelWidth: zh ? 84 : 100, size: zh ? 10.5 : 9.4, paddingY: 5 })
  setWayBack(flow, item, context)
  return flow
}

/** What the survey found; where it found nothing to say, the kind of file is the reason. */
function whyNotShown(item: PlannedItem, context: NumberedContext): string {
  const { words, surveys } = context
  const format = fileFormat(item.file)
  const telling = (surveys.get(item.label)?.findings ?? []).some((found) => found.code !== 'file.not-shown')
  if (telling) return noticesOf(context, item, true).join('\n')
  const facts = { format: words.say(`format.${format}`) }
  if (format === 'video' || format === 'audio') return words.say('explanation.why-media', facts)
  if (format === 'word' || format === 'sheet' || format === 'slides') {
    return words.say('explanation.why-document', facts)
  }
  return words.say('explanation.why-data', facts)
}

/** What opens the file, or that nothing will: only where the survey found nothing against it is it the usual program. */
function openedWith({ file, label }: PlannedItem, { words, surveys }: PaperContext): string {
  const found = new Set((surveys.get(label)?.findings ?? []).map(({ code }) => code))
  if (file.bytes === 0 || found.has('file.empty')) return words.say('explanation.open-empty')
  if (found.has('pdf.needs-password')) return words.say('explanation.open-password')
  if (found.has('pdf.no-pages')) return words.say('explanation.open-no-pages')
  if (found.has('pdf.unreadable') || found.has('image.unreadable')) {
    return words.say('explanation.open-unreadable')
  }
  const program = words.say(`explanation.open-${fileFormat(file)}`)
  const slow = found.has('pdf.too-large') || found.has('pdf.timed-out')
  return slow ? words.say('explanation.open-slow', { program }) : program
}
