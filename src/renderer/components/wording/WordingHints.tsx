import { wordingSlips } from '../../../shared/domain/wording-guard.ts'
import { useServices } from '../../services.ts'
import { SlipHints } from './SlipHints.tsx'

interface WordingHintsProps {
  readonly text: string
  /** Takes the text with the better words in their place; undefined where nothing can be changed. */
  readonly onReplace: ((text: string) => void) | undefined
}

/**
 * Under a field: where its text calls the holder's own identification an expert opinion or the like, why that is wrong, and
 * a button for the better words. A hint, never a bar.
 */
export function WordingHints({ text, onReplace }: WordingHintsProps) {
  const { law } = useServices()
  return (
    <SlipHints
      slips={wordingSlips(text, law)}
      onInstead={
        onReplace &&
        (({ start, end, instead }) => onReplace(text.slice(0, start) + instead + text.slice(end)))
      }
    />
  )
}
