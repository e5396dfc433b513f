import type { TFunction } from 'i18next'
import type { CaseRecord } from '../../../shared/domain/case-record.ts'
import { itemLabels } from '../../../shared/domain/plan-bundle.ts'
import { windowWords } from '../../../shared/messages/window.ts'
import { fieldKeyOf, stepsOf, type CasePath } from './case-path.ts'

type EvidenceFieldWord = Extract<keyof typeof windowWords.zh.evidence, `field.${string}`>

/** Where in the evidence a finding is, for reading: `E003 销售台账 › 证明内容`, or the name of a group. */
export function itemPlaceWords(t: TFunction<'evidence'>, record: CaseRecord, path: CasePath): string {
  const [, at, , index] = stepsOf(path)
  const group = typeof at === 'number' ? record.groups[at] : undefined
  const item = typeof index === 'number' ? group?.items[index] : undefined
  if (!item) return [group?.name, t('group.name')].filter(Boolean).join(' › ')
  const name = item.name.trim() || item.file.slice(item.file.lastIndexOf('/') + 1)
  const entry = [itemLabels(record.groups).get(item), name].filter(Boolean).join(' ')
  const word = `field.${fieldKeyOf(path).replace(/^groups\.items\./, '')}`
  return isFieldWord(word) ? `${entry} › ${t(word)}` : entry
}

function isFieldWord(word: string): word is EvidenceFieldWord {
  return Object.hasOwn(windowWords.zh.evidence, word)
}
