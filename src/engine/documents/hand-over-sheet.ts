import type { BundlePlan } from '../../shared/domain/bundle-plan.ts'
import { inHexGroups } from '../../shared/domain/hex-groups.ts'
import type { LawNames } from '../../shared/law/law-book.ts'
import { blank, fillLine, type Inline, slot, small, strong, text } from '../layout/inline.ts'
import type { PageFlow } from '../layout/page-flow.ts'
import { textWidth } from '../layout/page.ts'
import { printableName } from '../layout/printable.ts'
import { type FontFiles, openTypefaces } from '../layout/typefaces.ts'
import type { Bytes } from '../ports.ts'
import { caseTitle, departmentName, suspectNames } from './case-lines.ts'
import { blankDate } from './cover.ts'
import { type FormRow, setForm } from './form-table.ts'
import { loosePdf } from './loose-pdf.ts'
import { type PaperContext, type PaperSigner, startPaper } from './paper.ts'
import { PaperWords } from './paper-words.ts'

/** A finished file as the hand-over sheet names it. Digests in lower-case hex. */
export interface HandedOverFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly sm3: string
}

export interface HandOverInput {
  readonly plan: BundlePlan
  readonly law: LawNames
  readonly fonts: FontFiles
  /** The container and the bundle PDF. */
  readonly files: readonly HandedOverFile[]
  /** Pages of the bundle PDF. */
  readonly pages: number
  readonly signer: PaperSigner
}

/**
 * 移交单: one page with the digests of the finished files, made when the ZIP is known, to be handed over
 * on paper beside the disc. The same input gives the same bytes.
 */
export async function handOverSheet(input: HandOverInput): Promise<Bytes> {
  const { plan } = input
  const words = new PaperWords(plan.language)
  const context: PaperContext = {
    ...input,
    surveys: new Map(),
    originalsListSha256: '',
    typefaces: openTypefaces(input.fonts),
    words,
    brokenLines: new Map(),
  }
  const zh = words.language === 'zh'
  const flow = startPaper(context, words.say('hand-over.title'))
  flow.paragraph(words.say('hand-over.title'), {
    size: zh ? 22 : 18,
    weight: 'bold',
    align: 'center',
    role: 'H1',
    leading: 1.4,
  })
  flow.paragraph(words.say('hand-over.subtitle'), { size: zh ? 11 : 10, align: 'center', after: 10 })
  setForm(flow, rowsOf(input, context), { labelWidth: zh ? 84 : 96, size: zh ? 10 : 9, paddingY: 3.6 })
  const note = { size: zh ? 9.6 : 8.8, leading: 1.5, before: 6 } as const
  const verdict = input.signer.throwAway ? 'throw-away' : input.signer.selfSigned ? 'self-signed' : 'issued'
  flow.paragraph(words.say('hand-over.verified', { signer: words.say(`hand-over.signer-${verdict}`) }), note)
  flow.paragraph(words.say('hand-over.how'), note)
  setBlanks(flow, words)
  return loosePdf(flow, context, words.say('hand-over.title'))
}

function rowsOf(input: HandOverInput, context: PaperContext): readonly FormRow[] {
  const { words, plan } = context
  const { notice, round, bundle } = plan.case
  const first = bundle.firstPageNumber
  return [
    {
      label: words.say('hand-over.office'),
      value: [orBlank(notice.office), text(`${words.gap}${departmentName(context)}`)],
    },
    {
      label: words.say('hand-over.case'),
      value: suspectNames(context) === '' ? [blank(200)] : caseTitle(context),
    },
    { label: words.say('hand-over.numbers'), value: [orBlank(notice.caseNumber)] },
    {
      label: words.say('hand-over.round'),
      value: words.clauses([words.say('cover.round', { round }), plan.draft ? words.say('draft.note') : '']),
    },
    {
      label: words.say('hand-over.pages'),
      value: words.say('hand-over.pages-value', {
        pages: words.count('page', input.pages),
        range: words.pages(first, first + input.pages - 1),
      }),
    },
    {
      label: words.say('hand-over.discs'),
      value: words.say('hand-over.discs-value', { count: plan.totals.discs }),
    },
    ...input.files.map((file) => ({ label: words.say('hand-over.file'), value: fileLines(file, context) })),
    { label: words.say('hand-over.signer'), value: signerLines(input.signer, context) },
  ]
}

function fileLines(file: HandedOverFile, { words, typefaces }: PaperContext): readonly Inline[] {
  return [
    strong(printableName(file.name, typefaces)),
    text(`\n${words.bytes(file.bytes)}`),
    text('\n'),
    slot('SHA-256', 42, 0.8),
    small(inHexGroups(file.sha256), 0.8),
    text('\n'),
    slot('SM3', 42, 0.8),
    small(inHexGroups(file.sm3), 0.8),
  ]
}

function signerLines(signer: PaperSigner, { words, typefaces }: PaperContext): readonly Inline[] {
  return [
    text(printableName(signer.name, typefaces)),
    ...(signer.throwAway ? [text(`\n${words.say('signature.throw-away')}`)] : []),
    text(`\n${words.say('hand-over.fingerprint')}`),
    small(`\n${inHexGroups(signer.fingerprint)}`, 0.8),
  ]
}

function setBlanks(flow: PageFlow, words: PaperWords): void {
  const size = words.language === 'zh' ? 10.5 : 9.6
  const line = { size, align: 'start', before: 12 } as const
  const half = textWidth / 2
  flow.paragraph([text(words.say('hand-over.medium')), fillLine], line)
  flow.paragraph([text(words.say('hand-over.witness'))], line)
  const labels = ['hand-over.giver', 'hand-over.receiver'] as const
  flow.gap(16)
  const top = flow.y
  labels.forEach((label, column) => {
    flow.y = top
    const left = column * (half + 6)
    flow.paragraph([text(words.say(label)), fillLine], { size, align: 'start', left, width: half - 12 })
    flow.paragraph([text(words.say('hand-over.time')), ...blankDate(words)], {
      size,
      align: 'start',
      left,
      width: half - 6,
      before: 10,
    })
  })
}

function orBlank(value: string | undefined): Inline {
  return value === undefined || value === '' ? blank(160) : text(value)
}
