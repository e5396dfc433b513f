import { bundleWords as bundleEn } from './en/window/bundle.ts'
import { identityWords as identityEn } from './en/window/identity.ts'
import { printWords as printEn } from './en/window/print.ts'
import { verifyWords as verifyEn } from './en/window/verify.ts'
import { checklistWords as checklistEn } from './en/window/checklist.ts'
import { datesWords as datesEn } from './en/window/dates.ts'
import { casesWords as casesEn } from './en/window/cases.ts'
import { caseWords as caseEn } from './en/window/case.ts'
import { caseWorkWords as caseWorkEn } from './en/window/case-work.ts'
import { evidenceWords as evidenceEn } from './en/window/evidence.ts'
import { figuresWords as figuresEn } from './en/window/figures.ts'
import { frameWords as frameEn } from './en/window/frame.ts'
import { jobsWords as jobsEn } from './en/window/jobs.ts'
import { libraryWords as libraryEn } from './en/window/library.ts'
import { noticeWords as noticeEn } from './en/window/notice.ts'
import { previewWords as previewEn } from './en/window/preview.ts'
import { settingsWords as settingsEn } from './en/window/settings.ts'
import { tableWords as tableEn } from './en/window/table.ts'
import { workPapersWords as workPapersEn } from './en/window/work-papers.ts'
import { vaultWords as vaultEn } from './en/window/vault.ts'
import { bundleWords as bundleZh } from './zh/window/bundle.ts'
import { identityWords as identityZh } from './zh/window/identity.ts'
import { printWords as printZh } from './zh/window/print.ts'
import { verifyWords as verifyZh } from './zh/window/verify.ts'
import { checklistWords as checklistZh } from './zh/window/checklist.ts'
import { datesWords as datesZh } from './zh/window/dates.ts'
import { casesWords as casesZh } from './zh/window/cases.ts'
import { caseWords as caseZh } from './zh/window/case.ts'
import { caseWorkWords as caseWorkZh } from './zh/window/case-work.ts'
import { evidenceWords as evidenceZh } from './zh/window/evidence.ts'
import { figuresWords as figuresZh } from './zh/window/figures.ts'
import { frameWords as frameZh } from './zh/window/frame.ts'
import { jobsWords as jobsZh } from './zh/window/jobs.ts'
import { libraryWords as libraryZh } from './zh/window/library.ts'
import { noticeWords as noticeZh } from './zh/window/notice.ts'
import { previewWords as previewZh } from './zh/window/preview.ts'
import { settingsWords as settingsZh } from './zh/window/settings.ts'
import { tableWords as tableZh } from './zh/window/table.ts'
import { workPapersWords as workPapersZh } from './zh/window/work-papers.ts'
import { vaultWords as vaultZh } from './zh/window/vault.ts'

/** The words of the window by area. Chinese says which keys there are; English must have the same (`SameKeys`). */
export const windowWords = {
  zh: {
    frame: frameZh,
    vault: vaultZh,
    cases: casesZh,
    case: { ...caseZh, ...caseWorkZh },
    checklist: checklistZh,
    dates: datesZh,
    evidence: evidenceZh,
    preview: previewZh,
    jobs: jobsZh,
    table: tableZh,
    settings: settingsZh,
    bundle: bundleZh,
    identity: identityZh,
    library: libraryZh,
    notice: noticeZh,
    print: printZh,
    verify: verifyZh,
    figures: figuresZh,
    workPapers: workPapersZh,
  },
  en: {
    frame: frameEn,
    vault: vaultEn,
    cases: casesEn,
    case: { ...caseEn, ...caseWorkEn },
    checklist: checklistEn,
    dates: datesEn,
    evidence: evidenceEn,
    preview: previewEn,
    jobs: jobsEn,
    table: tableEn,
    settings: settingsEn,
    bundle: bundleEn,
    identity: identityEn,
    library: libraryEn,
    notice: noticeEn,
    print: printEn,
    verify: verifyEn,
    figures: figuresEn,
    workPapers: workPapersEn,
  },
} as const

export type WindowArea = keyof typeof windowWords.zh
