import { useTranslation } from 'react-i18next'
import type { PassphraseStrength, StrengthLevel } from '../../register/passphrase.ts'

const barsOf: Readonly<Record<StrengthLevel, number>> = {
  hopeless: 0,
  'very-weak': 1,
  weak: 2,
  enough: 3,
  strong: 4,
  'very-strong': 4,
}

/** Four bars and the same in words; while it is too short, only what lacks. */
export function StrengthMeter({ strength }: { readonly strength: PassphraseStrength | undefined }) {
  const { t } = useTranslation('vault')
  const bars = strength ? barsOf[strength.level] : 0
  const words = strength
    ? [
        ...(strength.missing > 0
          ? [t('missingCharacters', { count: strength.missing })]
          : [t(`strength.${strength.level}`), t(`crack.${strength.crackTime}`)]),
        strength.level === 'enough' ? t('strengthMore') : '',
        strength.hints.map((hint) => t(`hint.${hint}`)).join(t('hintsJoint')),
      ]
        .filter(Boolean)
        .join(' · ')
    : ''
  return (
    <div className="strength" role="status" aria-label={t('strength')}>
      <div className="strength-bars" aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <span key={bar} className={bars >= bar ? `strength-bar strength-bar-${bars}` : 'strength-bar'} />
        ))}
      </div>
      <span className="strength-words">{words}</span>
    </div>
  )
}
