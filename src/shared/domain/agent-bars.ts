import { type Finding, finding } from '../contract/finding.ts'
import type { CaseRecord } from './case-record.ts'
import { sameName } from './party-names.ts'
import { pathText } from './read-case.ts'

/**
 * Who may not, or may hardly, be an agent (CPL 33 with 47). Whether somebody serves a sentence or was struck off (33(2),
 * 33(3)) no case can tell: the checklist asks for his statement.
 */
export function agentBars(record: CaseRecord): Finding[] {
  return record.agents.flatMap((agent, index) => {
    const at = (key: string) => pathText(['agents', index, key])
    const { name, kind, licenceNumber = '' } = agent
    const findings: Finding[] = []
    if (kind === 'other') findings.push(finding('agent.not-eligible', at('kind'), { name }))
    if (kind === 'lawyer' && licenceNumber.trim() === '')
      findings.push(finding('agent.licence-missing', at('licenceNumber'), { name }))
    if (record.suspects.some((suspect) => sameName(suspect.name, name)))
      findings.push(finding('agent.is-suspect', at('name'), { name }))
    const unit = record.rightHolders.find(
      (holder) => agent.actsFor.includes(holder.id) && holder.kind !== 'individual',
    )
    if (kind === 'relative-or-friend' && unit) {
      const holder = unit.nameZh || (unit.nameEn ?? unit.id)
      findings.push(finding('agent.relative-of-company', at('kind'), { name, holder }))
    }
    return findings
  })
}
