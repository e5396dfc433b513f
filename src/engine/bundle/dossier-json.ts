import type { Finding } from '../../shared/contract/finding.ts'
import type { BundlePlan, PlannedItem } from '../../shared/domain/bundle-plan.ts'
import type { DossierIndex } from '../../shared/domain/dossier-index.ts'
import { crimeName, type LawBook } from '../../shared/law/law-book.ts'
import { explainFinding } from '../../shared/messages/explain.ts'
import type { SourceSurvey } from '../pdf/assembly.ts'
import type { Bytes } from '../ports.ts'

type IndexedItem = DossierIndex['groups'][number]['items'][number]

export interface DossierFacts {
  readonly plan: BundlePlan
  readonly law: LawBook
  readonly generator: { readonly name: string; readonly version: string }
  readonly signer: DossierIndex['signer']
  readonly pdf: DossierIndex['pdf'] & { readonly file: DossierIndex['files'][number] }
  readonly originalsListSha256: string
  readonly surveys: ReadonlyMap<string, SourceSurvey>
  /** Printed page numbers by item label. */
  readonly pages: ReadonlyMap<string, { readonly firstPage: number; readonly lastPage: number }>
  readonly disc: NonNullable<DossierIndex['disc']>
  readonly findings: readonly Finding[]
}

/** The text of `dossier.json`: two-space JSON with a final line feed, keys in the order of the schema. */
export function dossierJson(facts: DossierFacts): Bytes {
  return new TextEncoder().encode(JSON.stringify(dossierIndex(facts), null, 2) + '\n')
}

/** What `dossier.json` says of a bundle. It names no digest of a manifest or of the ZIP: that would be a circle. */
export function dossierIndex(facts: DossierFacts): DossierIndex {
  const { plan, law } = facts
  const record = plan.case
  return {
    format: 'rights-dossier/bundle',
    version: 1,
    generator: facts.generator,
    createdAt: plan.createdAt,
    language: plan.language,
    draft: plan.draft,
    blanks: [...plan.blanks],
    law: plan.law,
    case: {
      caseCode: record.caseCode,
      round: record.round,
      office: record.notice.office,
      ...given('documentNumber', record.notice.documentNumber),
      ...given('caseNumber', record.notice.caseNumber),
      suspects: record.suspects.map((suspect) => suspect.name),
      crimes: record.crimes.map((article) => ({ article, name: crimeName(law, article, plan.language) })),
      rightHolders: record.rightHolders.map(({ nameZh, nameEn }) => ({ nameZh, ...given('nameEn', nameEn) })),
      agents: record.agents.map((agent) => agent.name),
    },
    signer: facts.signer,
    pdf: { path: facts.pdf.path, pages: facts.pdf.pages, firstPageNumber: facts.pdf.firstPageNumber },
    originalsListSha256: facts.originalsListSha256,
    groups: plan.groups.map((group) => ({
      number: group.number,
      set: group.set,
      name: group.name,
      folder: group.folder,
      items: group.items.map((item) => indexedItem(item, facts)),
    })),
    files: [facts.pdf.file, ...plan.groups.flatMap((group) => group.items.map(indexedFile))],
    disc: facts.disc,
    findings: facts.findings.map((found) => inWords(found, plan.language)),
  }
}

function indexedFile(item: PlannedItem): DossierIndex['files'][number] {
  const { path, bytes, sha256, sha512, sm3, mediaType, originalName } = item.file
  return { path, bytes, sha256, sha512, sm3, mediaType, originalName, item: item.label }
}

function indexedItem(item: PlannedItem, facts: DossierFacts): IndexedItem {
  const { entry } = item
  const survey = facts.surveys.get(item.label)
  const pages = facts.pages.get(item.label)
  if (!survey || !pages) throw new Error(`item ${item.label} was not composed`)
  return {
    label: item.label,
    number: item.number,
    name: entry.name,
    kind: entry.kind,
    source: entry.source,
    ...given('formedOn', entry.formedOn),
    ...(entry.collected ? { collected: entry.collected } : {}),
    purpose: entry.purpose,
    form: entry.form,
    copies: entry.copies,
    secrecy: entry.secrecy,
    ...given('remarks', entry.remarks),
    file: item.file.path,
    shown: survey.shown,
    firstPage: pages.firstPage,
    lastPage: pages.lastPage,
    findings: survey.findings.map((found) => inWords(found, facts.plan.language)),
  }
}

function inWords(found: Finding, language: 'zh' | 'en'): DossierIndex['findings'][number] {
  return {
    code: found.code,
    severity: found.severity,
    subject: found.subject,
    message: explainFinding(found, language),
  }
}

function given<Key extends string>(key: Key, value: string | undefined): Partial<Record<Key, string>> {
  return value === undefined || value === '' ? {} : ({ [key]: value } as Record<Key, string>)
}
