import { expect, test } from 'vitest'
import { assertWellFormedDraft, blankDraft } from '../../../src/shared/domain/case-draft.ts'
import { noticeManners } from '../../../src/shared/domain/notice.ts'
import { draftOfNotice } from '../../../src/shared/domain/record-notice.ts'

const blank = blankDraft('A', 'zh', () => 'g')
const facts = { office: '某单位', receivedOn: '2026-11-20', brand: '示例' }

test.each(noticeManners)('what was recorded stands where it belongs: %s', (manner) => {
  const { police, ...draft } = draftOfNotice(blank, { ...facts, manner })
  expect(() => assertWellFormedDraft(draft)).not.toThrow()
  expect(draft.brand).toBe('示例')
  if (manner === 'police') {
    expect(draft.stage).toBe('investigation')
    expect(police).toEqual({ agency: '某单位', receivedOn: '2026-11-20' })
    expect(draft.notice).toEqual({ manner, office: '' })
  } else {
    expect([draft.stage, police]).toEqual([undefined, undefined])
    expect(draft.notice).toEqual({ manner, office: '某单位', receivedOn: '2026-11-20' })
  }
})
