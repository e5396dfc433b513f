import { expect, test } from 'vitest'
import { checklistWords as en } from '../../../src/shared/messages/en/checklist.ts'
import { windowWords } from '../../../src/shared/messages/window.ts'
import { checklistWords as zh } from '../../../src/shared/messages/zh/checklist.ts'

test.each([
  ['zh', zh],
  ['en', en],
] as const)(
  'the window, the terminal and letters have one word for a status, a need and a group (%s)',
  (language, words) => {
    const window: Readonly<Record<string, string>> = windowWords[language].checklist
    const shared = Object.entries(words).filter(([key]) => /^(status|need|group)\./.test(key))
    expect(shared.length).toBeGreaterThan(15)
    for (const [key, word] of shared)
      expect([key, window[key]?.toLowerCase()]).toEqual([key, word.toLowerCase()])
  },
)
