import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { WordingSlip } from '../../../shared/domain/wording-guard.ts'
import { useAnnounce } from '../../app/announce.ts'
import { useLanguage } from '../../i18n/language.ts'
import styles from './wording.module.css'

interface SlipHintsProps {
  readonly slips: readonly WordingSlip[]
  /** Takes what is offered instead; undefined where nothing can be changed. */
  readonly onInstead: ((slip: WordingSlip) => void) | undefined
}

/** Under a field: what is wrong with its words, why, and a button for the better ones. The focus stays at the field. */
export function SlipHints({ slips, onInstead }: SlipHintsProps) {
  const { t } = useTranslation('notice')
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
  return (
    <div ref={box} aria-live="polite">
      {slips.map((slip) => (
        <div key={slip.start} className={styles.hint} data-wording={slip.found}>
          <span className={styles.why}>
            <strong>{t('wordingFound', { found: slip.found })}</strong> {slip.why[language]}
          </span>
          {onInstead && (
            <Button
              size="small"
              onClick={() => {
                replaced.current = true
                onInstead(slip)
                announce(t('wordingReplaced', { instead: slip.instead }))
              }}
            >
              {t('wordingInstead', { instead: slip.instead })}
            </Button>
          )}
        </div>
      ))}
    </div>
  )
}
