import type { Failure } from '../contract/failure.ts'
import type { Finding } from '../contract/finding.ts'
import { inHexGroups } from '../domain/hex-groups.ts'
import { caseWords as caseEn, jsonTypeWords as typesEn } from './en/case.ts'
import { caseWorkWords as caseWorkEn } from './en/case-work.ts'
import { containerWords as containerEn } from './en/container.ts'
import { failureWords as failureEn } from './en/failure.ts'
import { windowFindingWords as windowEn } from './en/finding-window.ts'
import { holidayWords as holidaysEn } from './en/holidays.ts'
import { pdfWords as pdfEn } from './en/pdf.ts'
import { signatureWords as signatureEn } from './en/signature.ts'
import { fill } from './fill.ts'
import { caseWords as caseZh, jsonTypeWords as typesZh } from './zh/case.ts'
import { caseWorkWords as caseWorkZh } from './zh/case-work.ts'
import { containerWords as containerZh } from './zh/container.ts'
import { failureWords as failureZh } from './zh/failure.ts'
import { windowFindingWords as windowZh } from './zh/finding-window.ts'
import { holidayWords as holidaysZh } from './zh/holidays.ts'
import { pdfWords as pdfZh } from './zh/pdf.ts'
import { signatureWords as signatureZh } from './zh/signature.ts'

export type Language = 'zh' | 'en'

type Sentences = Readonly<Record<Finding['code'], string>>

const findingSentences: Readonly<Record<Language, Sentences>> = {
  zh: { ...caseZh, ...caseWorkZh, ...pdfZh, ...containerZh, ...signatureZh, ...holidaysZh },
  en: { ...caseEn, ...caseWorkEn, ...pdfEn, ...containerEn, ...signatureEn, ...holidaysEn },
}

/** Where a sentence is read: what to do next may depend on it. */
export type Place = 'terminal' | 'window'

const windowSentences: Readonly<Record<Language, Partial<Sentences>>> = { zh: windowZh, en: windowEn }

/** The sentence of a finding: what happened and what to do next. */
export function explainFinding(found: Finding, language: Language, place: Place = 'terminal'): string {
  const { expected, fingerprint } = found.facts
  const types = language === 'zh' ? typesZh : typesEn
  const own = place === 'window' ? windowSentences[language][found.code] : undefined
  return fill(own ?? findingSentences[language][found.code], {
    ...found.facts,
    ...(typeof expected === 'string' && Object.hasOwn(types, expected)
      ? { expected: types[expected] ?? expected }
      : {}),
    // As it is printed, so that people can compare it.
    ...(typeof fingerprint === 'string' ? { fingerprint: inHexGroups(fingerprint) } : {}),
    subject: found.subject,
  })
}

/** The sentence of a foreseen failure. */
export function explainFailure(failure: Failure, language: Language): string {
  return fill((language === 'zh' ? failureZh : failureEn)[failure.code], failure.facts)
}
