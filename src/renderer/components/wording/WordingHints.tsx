import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { wordingSlips } from '../../../shared/domain/wording-guard.ts'
import { useAnnounce } from '../../app/announce.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useServices } from '../../services.ts'
import styles from './wording.module.css'

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
  const { t } = useTranslation('notice')
  const { law } = useServices()
  const language = useLanguage()
  const announce = useAnnounce()
  const box = useRef<HTMLDivElement>(null)
  const replaced = useRef(false)
  useEffect(() => {
    if (!replaced.current) return
    replaced.current = false
    // The button that was pressed is gone: on to the next one, else back to the field.
    const field = box.current?.previousElementSibling?.querySelector<HTMLElement>('input, textarea')
    ;(box.current?.querySelector<HTMLElement>('button') ?? field)?.focus()
  })
  const slips = wordingSlips(text, law)
  return (
    <div ref={box} aria-live="polite">
      {slips.map(({ start, end, found, instead, why }) => (
        <div key={start} className={styles.hint} data-wording={found}>
          <span className={styles.why}>
            <strong>{t('wordingFound', { found })}</strong> {why[language]}
          </span>
          {onReplace && (
            <Button
              size="small"
              onClick={() => {
                replaced.current = true
                onReplace(text.slice(0, start) + instead + text.slice(end))
                announce(t('wordingReplaced', { instead }))
              }}
            >
              {t('wordingInstead', { instead })}
            </Button>
          )}
        </div>
      ))}
    </div>
  )
}
