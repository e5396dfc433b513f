import { createHash } from 'node:crypto'
import {
  type ComposedBundle,
  type ComposeInput,
  composeBundle,
} from '../../src/engine/documents/compose-bundle.ts'
import type { SourceSurvey } from '../../src/engine/pdf/assembly.ts'
import type { Finding } from '../../src/shared/contract/finding.ts'
import type { BundlePlan } from '../../src/shared/domain/bundle-plan.ts'
import type { CaseRecord } from '../../src/shared/domain/case-record.ts'
import { planBundle } from '../../src/shared/domain/plan-bundle.ts'
import { aCase, anItem, intakeOf, law, limits } from './cases.ts'
import { fonts } from './fonts.ts'

/** The plan of a case; throws with the findings when there is none. */
export function planOf(record: CaseRecord, draft = false): BundlePlan {
  const outcome = planBundle({
    case: record,
    intake: intakeOf(record),
    createdAt: '2026-11-22T06:00:00Z',
    draft,
    limits,
    law,
  })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings))
  return outcome.plan
}

/** A case of groups of so many items, the first group of identity papers. */
export function aCaseOf(groups: readonly number[], changes: Record<string, unknown> = {}): CaseRecord {
  let number = 0
  return aCase({
    groups: groups.map((count, index) => ({
      name: index === 0 ? '主体与授权' : `第${index}类事实`,
      set: index === 0 ? 'identity' : 'evidence',
      items: Array.from({ length: count }, () => {
        number += 1
        return anItem({
          file: `materials/${number}.pdf`,
          name: `示例材料第${number}号（附译文）`,
          purpose: '证明涉案商品并非权利人或其授权方生产，所用标识与注册商标相同。',
          form: (['original', 'copy', 'electronic'] as const)[number % 3],
          collected: { by: '郑示例', at: '2026-06-05 10:30', how: '原件扫描' },
        })
      }),
    })),
    ...changes,
  })
}

/** A PDF that is shown with so many pages. */
export function shown(pageCount: number, findings: readonly Finding[] = []): SourceSurvey {
  return { shown: true, kind: 'pdf', route: 'lazy', pageCount, findings, signatures: 0 }
}

export const notShown: SourceSurvey = { shown: false, findings: [] }

export const aSigner = {
  name: '示例律师事务所 王示例',
  fingerprint: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  throwAway: false,
  selfSigned: true,
}

/** What composing needs; every item shown with the pages `pagesOf` says, none for a page of explanation. */
export function composeInput(
  plan: BundlePlan,
  pagesOf: (index: number) => number | SourceSurvey = () => 2,
): ComposeInput {
  const items = plan.groups.flatMap((group) => group.items)
  return {
    plan,
    surveys: new Map(
      items.map((item, index) => {
        const pages = pagesOf(index)
        return [
          item.label,
          typeof pages === 'number' ? (pages === 0 ? notShown : shown(pages)) : pages,
        ] as const
      }),
    ),
    originalsListSha256: createHash('sha256').update(plan.originalsList).digest('hex'),
    fonts,
    law,
    signer: aSigner,
    readSource: () => () => Promise.resolve(new Uint8Array()),
  }
}

export function composed(
  plan: BundlePlan,
  pagesOf?: (index: number) => number | SourceSurvey,
): Promise<ComposedBundle> {
  return composeBundle(composeInput(plan, pagesOf))
}
