import { type Finding, finding } from '../contract/finding.ts'
import { doubtsOf } from './case-doubts.ts'
import type { CaseRecord } from './case-record.ts'
import { isHandedIn } from './evidence-item.ts'
import type { TakenIn } from './intake.ts'
import { pathText } from './read-case.ts'

interface CaseAndFiles {
  readonly case: CaseRecord
  readonly intake: ReadonlyMap<string, TakenIn>
  readonly law: { readonly maxAgents: { readonly count: number } }
}

/** What in a case contradicts itself, the files or the law data. Errors stop every build, drafts too. */
export function contradictionsOf({ case: record, intake, law }: CaseAndFiles): Finding[] {
  return [...partyFindings(record, law.maxAgents.count), ...doubtsOf(record), ...fileFindings(record, intake)]
}

function partyFindings(record: CaseRecord, maxAgents: number): Finding[] {
  const findings: Finding[] = []
  const ids = record.rightHolders.map((holder) => holder.id)
  ids.forEach((id, i) => {
    if (ids.indexOf(id) !== i)
      findings.push(finding('case.holder-twice', pathText(['rightHolders', i, 'id']), { id }))
  })
  record.agents.forEach((agent, a) => {
    agent.actsFor.forEach((id, i) => {
      if (!ids.includes(id)) {
        findings.push(finding('case.holder-unknown', pathText(['agents', a, 'actsFor', i]), { id }))
      }
    })
    if (agent.kind === 'agency') findings.push(finding('case.agent-agency', pathText(['agents', a, 'kind'])))
  })
  record.rights.forEach((right, i) => {
    if (right.holder !== undefined && !ids.includes(right.holder)) {
      findings.push(finding('case.holder-unknown', pathText(['rights', i, 'holder']), { id: right.holder }))
    }
  })
  for (const id of ids) {
    const count = record.agents.filter((agent) => agent.actsFor.includes(id)).length
    if (count > maxAgents)
      findings.push(finding('case.too-many-agents', 'agents', { id, count, limit: maxAgents }))
  }
  return findings
}

function fileFindings(record: CaseRecord, intake: ReadonlyMap<string, TakenIn>): Finding[] {
  const findings: Finding[] = []
  const byPath = new Map<string, string>()
  const byContent = new Map<string, string>()
  record.groups.forEach((group, g) => {
    group.items.forEach((item, i) => {
      const at = pathText(['groups', g, 'items', i, 'file'])
      if (!isInsideFolder(item.file)) {
        findings.push(finding('file.outside', at, { file: item.file }))
        return
      }
      const key = item.file.normalize('NFC')
      const before = byPath.get(key)
      if (before !== undefined) findings.push(finding('file.twice', at, { file: item.file, first: before }))
      else byPath.set(key, at)
      // What is not handed in stops no bundle and is no twin of what is.
      if (!isHandedIn(group)) return
      const taken = intake.get(item.file)
      if (!taken) {
        findings.push(finding('file.missing', at, { file: item.file }))
        return
      }
      if (item.sha256 !== undefined && item.sha256 !== taken.sha256) {
        findings.push(
          finding('file.wrong-hash', at, { file: item.file, expected: item.sha256, actual: taken.sha256 }),
        )
      }
      const twin = byContent.get(taken.sha256)
      if (twin !== undefined && taken.bytes > 0 && before === undefined) {
        findings.push(finding('file.same-content', at, { file: item.file, other: twin }))
      } else byContent.set(taken.sha256, item.file)
    })
  })
  return findings
}

/** True for a relative path with `/` that stays inside the folder. */
export function isInsideFolder(path: string): boolean {
  if (path.startsWith('/') || path.includes('\\') || path.includes('\0') || /^[A-Za-z]:/.test(path))
    return false
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}
