import { ClosingQuestion } from './ClosingQuestion.tsx'
import { usePlatformEvents } from './use-platform-events.ts'
import { useShortcuts } from './use-shortcuts.ts'

/** Hears keys and the platform for as long as the window lives. */
export function WindowEvents() {
  const answerClosing = usePlatformEvents()
  useShortcuts()
  return answerClosing && <ClosingQuestion onAnswer={answerClosing} />
}
