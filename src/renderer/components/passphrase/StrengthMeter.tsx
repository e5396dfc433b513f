import { useTranslation } from 'react-i18next'
import type { PassphraseStrength } from '../../register/passphrase.ts'

/** Four bars and the same in words. */
export function StrengthMeter({ strength }: { readonly strength: PassphraseStrength | undefined }) {
  const { t } = useTranslation('vault')
  const words = strength
    ? [
        `${t(`strength.${strength.score}`)} · ${t(`crack.${strength.crackTime}`)}`,
        strength.hints.map((hint) => t(`hint.${hint}`)).join(t('hintsJoint')),
      ]
        .filter(Boolean)
        .join(' · ')
    : ''
  return (
    <div className="strength" role="status" aria-label={t('strength')}>
      <div className="strength-bars" aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <span
            key={bar}
            className={
              strength && strength.score >= bar
                ? `strength-bar strength-bar-${strength.score}`
                : 'strength-bar'
            }
          />
        ))}
      </div>
      <span className="strength-words">{words}</span>
    </div>
  )
}
