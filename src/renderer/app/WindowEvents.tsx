import { ClosingQuestion } from './ClosingQuestion.tsx'
import { useFocusReturn } from './use-focus-return.ts'
import { usePlatformEvents } from './use-platform-events.ts'
import { useShortcuts } from './use-shortcuts.ts'

/** Hears keys and the platform, and keeps the focus, for as long as the window lives. */
export function WindowEvents() {
  const answerClosing = usePlatformEvents()
  useShortcuts()
  useFocusReturn()
  return answerClosing && <ClosingQuestion onAnswer={answerClosing} />
}
