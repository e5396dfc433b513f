import { type Finding, type FindingCode, finding } from '../contract/finding.ts'
import type { LawBook } from '../law/law-book.ts'
import { agentBars } from './agent-bars.ts'
import { authorityFormFindings } from './authority-form.ts'
import type { AuthorityLink, AuthorityScope } from './authority-link.ts'
import type { CaseRecord } from './case-record.ts'
import type { Agent } from './parties.ts'
import { isHolder, isNameOf, meantHolder, sameName } from './party-names.ts'
import { pathText } from './read-case.ts'

/**
 * What is doubtful in the chain of authority on a plain date, the day of handing in: links that do not join, powers that
 * lack, validity against the acts and that day, form of papers from abroad, and who may be an agent at all. A case without
 * links has none of the first: its powers of attorney stand in the checklist. More than two agents and agencies are noted
 * by `contradictionsOf`.
 */
export function chainFindings(record: CaseRecord, law: Pick<LawBook, 'countries'>, on: string): Finding[] {
  return [
    ...joinFindings(record),
    ...powerFindings(record),
    ...authorityFormFindings(record, law.countries, on),
    ...agentBars(record),
  ]
}

/** The links of a case with their places; one that does not name both sides yet is still being written. */
function linksOf(record: CaseRecord): { readonly link: AuthorityLink; readonly at: number }[] {
  return (record.authority ?? [])
    .map((link, at) => ({ link, at }))
    .filter(({ link }) => link.grantor.trim() !== '' && link.grantee.trim() !== '')
}

type Placed = ReturnType<typeof linksOf>[number]

function joinFindings(record: CaseRecord): Finding[] {
  const links = linksOf(record)
  const reached = reachedFrom(links, ({ link }) => isHolder(record, link.grantor))
  return [
    ...links.flatMap((placed) => originFindings(record, links, reached, placed)),
    ...links.filter((placed) => reached.has(placed)).flatMap((placed) => endFindings(record, links, placed)),
    ...agentFindings(record, links),
  ]
}

/** All links that power flows through from those where it starts. */
function reachedFrom(links: readonly Placed[], starts: (placed: Placed) => boolean): ReadonlySet<Placed> {
  const reached = new Set(links.filter(starts))
  for (const { link } of reached) {
    // A Set visits what is added to it while it is walked.
    for (const next of links) if (sameName(next.link.grantor, link.grantee)) reached.add(next)
  }
  return reached
}

function originFindings(
  record: CaseRecord,
  links: readonly Placed[],
  reached: ReadonlySet<Placed>,
  placed: Placed,
): Finding[] {
  const { grantor } = placed.link
  if (reached.has(placed)) return []
  // Later links of a broken chain are not to blame; the first of a loop is.
  const fed = links.some(
    (before) =>
      before.at !== placed.at &&
      sameName(before.link.grantee, grantor) &&
      !(before.at > placed.at && isInLoop(links, placed)),
  )
  if (fed) return []
  const at = pathText(['authority', placed.at, 'grantor'])
  const registered = meantHolder(record, grantor)
  return registered === undefined
    ? [finding('authority.gap', at, { grantor })]
    : [finding('authority.name-differs', at, { given: grantor, registered })]
}

function isInLoop(links: readonly Placed[], placed: Placed): boolean {
  const after = reachedFrom(links, ({ link }) => sameName(link.grantor, placed.link.grantee))
  return after.has(placed)
}

function endFindings(record: CaseRecord, links: readonly Placed[], { link, at }: Placed): Finding[] {
  const next = links.filter((other) => sameName(other.link.grantor, link.grantee))
  if (next.length === 0) {
    return record.agents.some((agent) => isAgent(agent, link))
      ? []
      : [
          finding('authority.leads-nowhere', pathText(['authority', at, 'grantee']), {
            grantee: link.grantee,
          }),
        ]
  }
  if (link.scopes.includes('sub-delegation')) return []
  return (
    next
      // A firm that sends its own lawyer does not pass a power on.
      .filter((other) => !(link.granteeKind === 'law-firm' && other.link.granteeKind === 'lawyer'))
      .slice(0, 1)
      .map((other) =>
        finding('authority.no-sub-delegation', pathText(['authority', at, 'scopes']), {
          grantor: link.grantor,
          grantee: link.grantee,
          next: other.link.grantee,
        }),
      )
  )
}

function leadsTo(agent: Agent, links: readonly Placed[], placed: Placed): boolean {
  return [...reachedFrom(links, (one) => one === placed)].some(({ link }) => isAgent(agent, link))
}

function isAgent({ name, organisation = '' }: Agent, { grantee }: AuthorityLink): boolean {
  return sameName(name, grantee) || sameName(organisation, grantee)
}

function agentFindings(record: CaseRecord, links: readonly Placed[]): Finding[] {
  if (links.length === 0) return []
  const reached = reachedFrom(links, ({ link }) => isHolder(record, link.grantor))
  // Where a chain to the agent is broken, the break is noted.
  const whole = record.agents.map(
    (agent) => !links.some((placed) => !reached.has(placed) && leadsTo(agent, links, placed)),
  )
  return record.agents.flatMap((agent, index) =>
    record.rightHolders
      .filter(() => whole[index])
      .filter(({ id }) => agent.actsFor.includes(id))
      .filter((holder) => {
        const reached = reachedFrom(links, ({ link }) => isNameOf(holder, link.grantor))
        return ![...reached].some(({ link }) => isAgent(agent, link))
      })
      .map((holder) =>
        finding('authority.agent-not-reached', pathText(['agents', index, 'actsFor']), {
          holder: holder.nameZh || (holder.nameEn ?? holder.id),
          agent: agent.name,
        }),
      ),
  )
}

/** Powers that the case shows to be needed, and who is missing them. */
function powerFindings(record: CaseRecord): Finding[] {
  const links = linksOf(record)
  const stage = record.stage ?? 'review'
  const claims = record.claims ?? []
  const items = record.groups.flatMap((group) => group.items)
  const madeBy = (word: string, { grantee }: AuthorityLink) =>
    items.some(({ name, source, collected }) => {
      const makers = `${source} ${collected?.by ?? ''}`
      return grantee.trim() !== '' && name.includes(word) && makers.includes(grantee.trim())
    })
  const fetched = ({ grantee }: AuthorityLink) =>
    (record.samples ?? []).some(({ fetchedBy = '' }) => sameName(fetchedBy, grantee))
  const toAgent = (link: AuthorityLink) => record.agents.some((agent) => isAgent(agent, link))
  const needs: readonly [AuthorityScope, FindingCode, (link: AuthorityLink) => boolean][] = [
    ['prosecution-stage', 'authority.lacks-prosecution-stage', (link) => stage === 'review' && toAgent(link)],
    [
      'identification',
      'authority.lacks-identification',
      (link) => fetched(link) || madeBy('鉴别', link) || madeBy('鉴定', link),
    ],
    ['price-statement', 'authority.lacks-price-statement', (link) => madeBy('价格', link)],
    [
      'incidental-action',
      'authority.lacks-incidental-action',
      (link) => claims.includes('compensation') && toAgent(link),
    ],
    ['settlement', 'authority.lacks-settlement', (link) => claims.includes('forgiveness') && toAgent(link)],
  ]
  return links.flatMap(({ link, at }) =>
    needs
      .filter(([scope, , isNeeded]) => !link.scopes.includes(scope) && isNeeded(link))
      .map(([, code]) => finding(code, pathText(['authority', at, 'scopes']), { grantee: link.grantee })),
  )
}
