import { type Finding, finding } from '../contract/finding.ts'
import { authenticationOf, type CountryLaw } from '../law/countries.ts'
import type { AuthorityLink } from './authority-link.ts'
import type { CaseRecord } from './case-record.ts'
import { isForeign } from './foreign-party.ts'
import { isNameOf, sameName } from './party-names.ts'
import { pathText } from './read-case.ts'
import { isCalendarDate } from './schema-pieces.ts'

/** Validity, signatory and authentication of every link, and validity of what agents show; `on` is the day of handing in. */
export function authorityFormFindings(record: CaseRecord, countries: CountryLaw, on: string): Finding[] {
  const acts = dayOfActs(record)
  return [
    ...(record.authority ?? []).flatMap((link, index) => {
      const at = (key: string) => pathText(['authority', index, key])
      return [
        ...validityFindings(link, at, on, usedAtActs(link) ? acts : undefined),
        ...signatoryFindings(link, at, record),
        ...abroadFindings(link, at, countries, on),
        ...placeFindings(link, at, record),
      ]
    }),
    ...record.agents.flatMap(({ authority }, index) =>
      authority
        ? validityFindings(authority, (key) => pathText(['agents', index, 'authority', key]), on, undefined)
        : [],
    ),
  ]
}

/** The earliest day the holder's side had to act: the first seizure, or the police's request. Undefined when unknown. */
export function dayOfActs(record: CaseRecord): string | undefined {
  const days = [...(record.samples ?? []).map(({ seizedOn }) => seizedOn), record.police?.receivedOn]
  return days
    .filter((day): day is string => day !== undefined && isCalendarDate(day))
    .sort()
    .at(0)
}

/** Powers that are used while the police have the case; others begin with the review for prosecution. */
function usedAtActs({ scopes }: AuthorityLink): boolean {
  return scopes.some(
    (scope) => scope === 'reporting' || scope === 'identification' || scope === 'price-statement',
  )
}

interface Validity {
  readonly signedOn?: string | undefined
  readonly validFrom?: string | undefined
  readonly validTo?: string | undefined
}

function validityFindings(
  { signedOn = '', validFrom = '', validTo = '' }: Validity,
  at: (key: string) => string,
  on: string,
  acts: string | undefined,
): Finding[] {
  const findings: Finding[] = []
  if (isCalendarDate(validTo)) {
    if (acts !== undefined && validTo < acts)
      findings.push(finding('authority.expired-before-acts', at('validTo'), { date: validTo, acts }))
    else if (validTo < on) findings.push(finding('authority.expired', at('validTo'), { date: validTo, on }))
  }
  const [from, key] = isCalendarDate(validFrom) ? [validFrom, 'validFrom'] : [signedOn, 'signedOn']
  if (isCalendarDate(from)) {
    if (from > on) findings.push(finding('authority.not-yet-valid', at(key), { date: from, on }))
    else if (acts !== undefined && from > acts)
      findings.push(finding('authority.not-valid-at-acts', at(key), { date: from, acts }))
  }
  return findings
}

function signatoryFindings(
  { grantor, signatory = '', signatoryAuthority }: AuthorityLink,
  at: (key: string) => string,
  record: CaseRecord,
): Finding[] {
  if (grantor.trim() === '' || signatoryAuthority !== 'unknown') return []
  // A natural person signs for himself.
  if (sameName(signatory, grantor)) return []
  if (record.rightHolders.some((holder) => holder.kind === 'individual' && isNameOf(holder, grantor)))
    return []
  return [finding('authority.signatory-unknown', at('signatoryAuthority'), { grantor })]
}

/** A holder from elsewhere signs at home as a rule: without the place nobody knows whether authentication is missing. */
function placeFindings(
  { grantor, signedIn = '' }: AuthorityLink,
  at: (key: string) => string,
  record: CaseRecord,
): Finding[] {
  const isAbroad = record.rightHolders.some(
    (holder) => (isForeign(holder) || holder.kind === 'hong-kong-macao-taiwan') && isNameOf(holder, grantor),
  )
  return isAbroad && signedIn === '' ? [finding('authority.place-unknown', at('signedIn'), { grantor })] : []
}

function abroadFindings(
  link: AuthorityLink,
  at: (key: string) => string,
  law: CountryLaw,
  on: string,
): Finding[] {
  const code = link.signedIn ?? ''
  const { route, verify, country: found } = authenticationOf(law, code, on)
  if (route === 'mainland') return []
  const country = found ? `${found.zh} ${found.en}` : code
  if (route === 'own-procedure') {
    return link.notarised && link.authentication !== 'apostille'
      ? []
      : [finding('authority.own-procedure', at('signedIn'), { country })]
  }
  const { authentication, authenticationNumber = '' } = link
  const findings: Finding[] = []
  if (!link.notarised) findings.push(finding('authority.not-notarised', at('notarised'), { country }))
  if (route === 'unknown' && authentication !== 'legalisation')
    findings.push(finding('authority.country-unknown', at('signedIn'), { country }))
  if (route === 'none' && authentication !== 'legalisation')
    findings.push(finding('authority.needs-legalisation', at('authentication'), { country }))
  if (route === 'convention' && authentication === 'none')
    findings.push(finding('authority.needs-apostille', at('authentication'), { country }))
  if (route === 'convention' && authentication === 'apostille' && verify)
    findings.push(finding('authority.verify-country', at('signedIn'), { country }))
  if (authentication !== 'none' && authenticationNumber.trim() === '')
    findings.push(finding('authority.number-missing', at('authenticationNumber')))
  if (!link.translated) findings.push(finding('authority.not-translated', at('translated')))
  return findings
}
