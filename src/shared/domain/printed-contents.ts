import type { BundlePlan } from './bundle-plan.ts'

/**
 * What a planned bundle prints and hands in, as text: equal for two plans of which nobody could tell the bundles apart but by
 * their time, their signer and the mark of a draft. What a case keeps for itself is not in it.
 */
export function printedContents(plan: BundlePlan): string {
  const { caseCode, round, notice, suspects, crimes, rightHolders, agents, bundle } = plan.case
  const { manner, office, department, documentNumber, caseNumber, receivedOn, prosecutor } = notice
  return JSON.stringify({
    language: plan.language,
    case: {
      caseCode,
      round,
      suspects,
      crimes,
      rightHolders: rightHolders.map(({ country: _country, ...printed }) => printed),
      agents: agents.map(({ authority: _authority, ...printed }) => printed),
      bundle,
    },
    notice: { manner, office, department, documentNumber, caseNumber, receivedOn, prosecutor },
    groups: plan.groups.map(({ set, name, folder, items }) => ({
      set,
      name,
      folder,
      items: items.map(({ label, entry, file }) => ({ label, entry, path: file.path, sha256: file.sha256 })),
    })),
  })
}
