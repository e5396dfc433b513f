import { describe, expect, test } from 'vitest'
import { parentOf, stepsOf, valueAt, withValue } from '../../../src/renderer/features/case/case-path.ts'
import { CaseRecord } from '../../../src/shared/domain/case-record.ts'
import { recordOfDraft } from '../../../src/shared/domain/case-draft.ts'
import { pathText } from '../../../src/shared/domain/read-case.ts'
import { aDraft } from './a-draft.ts'

describe('places of a case', () => {
  test('are read as the findings write them', () => {
    const steps = ['agents', 0, 'authority', 'powers', 2]
    expect(stepsOf(pathText(steps))).toEqual(steps)
    expect(stepsOf('crimes')).toEqual(['crimes'])
  })

  test('lead outwards one place at a time', () => {
    expect(parentOf('rightHolders[0].phone')).toBe('rightHolders[0]')
    expect(parentOf('rightHolders[0]')).toBe('rightHolders')
    expect(parentOf('rightHolders')).toBeUndefined()
  })
})

describe('a changed place', () => {
  test('changes nothing else, and keeps what is not on the way', () => {
    const draft = aDraft()
    const changed = withValue(draft, 'notice.office', '新的检察院')
    expect(valueAt(changed, 'notice.office')).toBe('新的检察院')
    expect(changed.rights).toBe(draft.rights)
    expect(draft.notice.office).toBe('示例市人民检察院')
  })

  test('makes the objects around it, complete as the schema wants them', () => {
    const draft = aDraft({ agents: [{ name: '李某', kind: 'lawyer' }] })
    const phone = withValue(draft, 'notice.prosecutor.phone', '1')
    expect(phone.notice.prosecutor).toEqual({ name: '', phone: '1' })
    const signed = withValue(draft, 'agents[0].authority.signedOn', '2026-01-01')
    expect(signed.agents[0]?.authority).toEqual({ signedOn: '2026-01-01', powers: [] })
    expect(CaseRecord.safeParse(recordOfDraft(signed, () => [])).success).toBe(true)
  })

  test('does not bring back an entry that is gone', () => {
    const draft = aDraft()
    expect(withValue(draft, 'suspects[3].name', '张某')).toEqual(draft)
  })
})
