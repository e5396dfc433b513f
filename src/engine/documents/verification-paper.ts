import type { Finding } from '../../shared/contract/finding.ts'
import { inHexGroups } from '../../shared/domain/hex-groups.ts'
import { explainFinding } from '../../shared/messages/explain.ts'
import { instantFacts, type Sentence, sayVerification, verdictsOf } from '../../shared/messages/verdicts.ts'
import type { VerificationWord } from '../../shared/messages/zh/verification.ts'
import type { Facts } from '../../shared/contract/failure.ts'
import { small, text } from '../layout/inline.ts'
import type { PageFlow } from '../layout/page-flow.ts'
import { textWidth } from '../layout/page.ts'
import { printableName } from '../layout/printable.ts'
import { setTable, type TableRow } from '../layout/table.ts'
import type { FontFiles } from '../layout/typefaces.ts'
import type { Bytes } from '../ports.ts'
import type { VerificationReport } from '../verification/report.ts'
import { bySeverity, type VerificationCircumstances } from '../verification/report-json.ts'
import { type FormRow, setForm } from './form-table.ts'
import { flowPdf } from './loose-pdf.ts'
import { looseFlow, numberPages } from './loose-sheet.ts'
import { grouped } from './paper-words.ts'

/** The paper names so many findings and counts the rest: a hostile bundle brings as many as it likes. */
const mostFindings = 200

/**
 * 核验报告: what a verification found, to be kept beside the file. It is neither signed nor sealed, and says so. The same
 * input gives the same bytes.
 */
export async function verificationPaper(
  report: VerificationReport,
  circumstances: VerificationCircumstances,
  fonts: FontFiles,
): Promise<Bytes> {
  const paper = new VerificationPaper(report, circumstances, fonts)
  return paper.write()
}

class VerificationPaper {
  readonly #report: VerificationReport
  readonly #about: VerificationCircumstances
  readonly #flow: PageFlow

  constructor(report: VerificationReport, about: VerificationCircumstances, fonts: FontFiles) {
    this.#report = report
    this.#about = about
    this.#flow = looseFlow(
      { title: sayVerification('report.title', about.language), language: about.language },
      fonts,
    )
  }

  write(): Promise<Bytes> {
    const { program, verifiedAt, subject } = this.#about
    const zh = this.#about.language === 'zh'
    const title = this.#say('report.title')
    const heading = { size: zh ? 22 : 18, weight: 'bold', align: 'center', role: 'H1', leading: 1.4 } as const
    this.#flow.paragraph(title, heading)
    const by = this.#say('report.by', {
      program: program.name,
      version: program.version,
      ...instantFacts(verifiedAt),
    })
    this.#flow.paragraph(by, { size: 9, align: 'center', after: 8 })
    this.#form(this.#subjectRows())
    this.#heading('report.verdicts')
    this.#form(this.#verdictRows())
    this.#note('report.verdicts-note')
    const signer = this.#signerRows()
    if (signer.length > 0) {
      this.#heading('report.signer')
      this.#form(signer)
    }
    this.#heading('report.findings')
    this.#findings()
    this.#heading('report.limits')
    for (const limit of ['moment', 'truth', 'identity', 'offline', 'report'] as const)
      this.#flow.paragraph(`${zh ? '·' : '•'} ${this.#say(`report.limit-${limit}`)}`, {
        size: zh ? 9.6 : 9,
        leading: 1.45,
        before: 2,
      })
    numberPages(this.#flow, (number, last) => this.#say('report.page', { number, last }))
    return flowPdf(this.#flow, {
      watermark: '',
      title: `${title} ${subject.name}`,
      createdAt: instantFacts(verifiedAt).utc,
    })
  }

  #subjectRows(): FormRow[] {
    const { kind, files, bytes, sha256, draft } = this.#report.details
    return [
      { label: this.#say('report.subject'), value: this.#own(this.#about.subject.name) },
      { label: this.#say('report.kind'), value: this.#say(`kind.${kind}`) },
      {
        label: this.#say('report.size'),
        value: this.#say('report.size-value', { files: grouped(files), bytes: grouped(bytes) }),
      },
      ...(sha256 === undefined ? [] : [this.#digest('report.sha256', sha256)]),
      ...(draft === true
        ? [{ label: this.#say('report.draft'), value: this.#say('report.draft-value') }]
        : []),
    ]
  }

  #verdictRows(): FormRow[] {
    const verdicts = verdictsOf(this.#report, this.#about.ownIdentity)
    return (['integrity', 'signer', 'time'] as const).map((name) => ({
      label: this.#say(`verdict.${name}`),
      value: this.#sentence(verdicts[name]),
    }))
  }

  #signerRows(): FormRow[] {
    const { signerName, issuerName, certificateSha256, pdf } = this.#report.details
    const inside = pdf && verdictsOf({ ...pdf, details: this.#report.details }, this.#about.ownIdentity)
    return [
      ...(signerName === undefined
        ? []
        : [{ label: this.#say('report.signer-name'), value: this.#own(signerName) }]),
      ...(issuerName === undefined
        ? []
        : [{ label: this.#say('report.issuer'), value: this.#own(issuerName) }]),
      ...(certificateSha256 === undefined ? [] : [this.#digest('report.fingerprint', certificateSha256)]),
      ...(inside === undefined
        ? []
        : [{ label: this.#say('report.pdf'), value: this.#sentence(inside.integrity) }]),
    ]
  }

  #findings(): void {
    const found = bySeverity(this.#report.findings)
    if (found.length === 0) return this.#note('report.no-findings')
    const size = this.#about.language === 'zh' ? 9.6 : 9
    const label = this.#about.language === 'zh' ? 44 : 72
    setTable(this.#flow, {
      columns: [
        { width: label, align: 'center' },
        { width: textWidth - label, align: 'start' },
      ],
      head: [],
      rows: found.slice(0, mostFindings).map((one): TableRow => ({
        cells: [
          { content: [text(this.#say(`severity.${one.severity}`))], heading: 'Row', weight: 'bold' },
          { content: [text(this.#findingText(one))] },
        ],
      })),
      size,
      leading: 1.42,
      paddingX: 5,
      paddingY: 3,
    })
    if (found.length > mostFindings)
      this.#note('report.more-findings', { count: found.length - mostFindings })
  }

  #findingText(found: Finding): string {
    const name = this.#report.details.originalNames?.get(found.subject)
    const told = explainFinding(found, this.#about.language, 'window')
    return this.#own(name === undefined ? told : this.#say('report.original-name', { finding: told, name }))
  }

  #heading(word: VerificationWord): void {
    this.#flow.paragraph(this.#say(word), {
      size: 12,
      weight: 'bold',
      role: 'H2',
      align: 'start',
      before: 12,
      after: 4,
      keep: 40,
    })
  }

  #note(word: VerificationWord, facts: Facts = {}): void {
    this.#flow.paragraph(this.#say(word, facts), { size: 9, leading: 1.4, before: 3, align: 'start' })
  }

  #form(rows: readonly FormRow[]): void {
    const zh = this.#about.language === 'zh'
    setForm(this.#flow, rows, { labelWidth: zh ? 104 : 122, size: zh ? 10 : 9.2, paddingY: 3.4 })
  }

  #digest(word: VerificationWord, hex: string): FormRow {
    return { label: this.#say(word), value: [small(inHexGroups(hex), 0.88)] }
  }

  #sentence({ word, facts }: Sentence): string {
    return this.#own(this.#say(word, facts))
  }

  #say(word: VerificationWord, facts: Facts = {}): string {
    return sayVerification(word, this.#about.language, facts)
  }

  /** Words of strangers: what no face has, or no eye sees, is written as its code. */
  #own(words: string): string {
    return printableName(words, this.#flow.setting.typefaces)
  }
}
