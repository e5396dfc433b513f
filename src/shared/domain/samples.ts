import { type Finding, finding } from '../contract/finding.ts'
import type { SampleRecord } from './case-log.ts'
import type { CaseRecord } from './case-record.ts'
import { pathText } from './read-case.ts'
import { isCalendarDate } from './schema-pieces.ts'

/** What in the ledger of samples would be asked about: dates, counts, seals, photographs and return (domain.md 11.2). */
export function sampleFindings(record: Pick<CaseRecord, 'samples'>): Finding[] {
  return (record.samples ?? []).flatMap((sample, index) => {
    const at = (key: keyof SampleRecord) => pathText(['samples', index, key])
    return [...dateFindings(sample, at), ...keepingFindings(sample, at)]
  })
}

type Place = (key: keyof SampleRecord) => string

function dateFindings(sample: SampleRecord, at: Place): Finding[] {
  const { seizedOn, fetchedOn, identifiedOn, returnedOn } = sample
  const last = [fetchedOn, identifiedOn]
    .filter((day): day is string => day !== undefined && isCalendarDate(day))
    .sort()
    .at(-1)
  const checks = [
    ['sample.identified-before-seized', 'identifiedOn', identifiedOn, seizedOn],
    ['sample.fetched-before-seized', 'fetchedOn', fetchedOn, seizedOn],
    ['sample.identified-before-fetched', 'identifiedOn', identifiedOn, fetchedOn],
    ['sample.returned-too-early', 'returnedOn', returnedOn, last],
  ] as const
  return checks.flatMap(([code, key, date = '', earliest = '']) =>
    isCalendarDate(date) && isCalendarDate(earliest) && date < earliest
      ? [finding(code, at(key), { date, earliest })]
      : [],
  )
}

function keepingFindings(sample: SampleRecord, at: Place): Finding[] {
  const { quantitySeized: seized, quantityExamined: examined, remarks = '' } = sample
  const [before = '', after = ''] = [sample.sealNumberBefore, sample.sealNumberAfter]
  const identified = (sample.identifiedOn ?? '') !== ''
  const findings: Finding[] = []
  if (seized !== undefined && examined !== undefined && examined > seized)
    findings.push(finding('sample.too-many-examined', at('quantityExamined'), { examined, seized }))
  // Remarks may say that a sample was used up, or why there are no photographs.
  if (identified && before.trim() !== '' && after.trim() === '' && remarks.trim() === '')
    findings.push(finding('sample.seal-after-missing', at('sealNumberAfter'), { seal: before }))
  if (after.trim() !== '' && before.trim() === '')
    findings.push(finding('sample.seal-before-missing', at('sealNumberBefore'), { seal: after }))
  if (identified && sample.photos !== true && remarks.trim() === '')
    findings.push(finding('sample.photos-missing', at('photos')))
  const keeper = sample.returnedTo ?? ''
  if (identified && (sample.returnedOn ?? '') === '' && keeper.trim() === '')
    findings.push(finding('sample.not-returned', at('returnedOn')))
  return findings
}
