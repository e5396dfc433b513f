import { useTranslation } from 'react-i18next'
import type { IdentityState } from '../../../shared/domain/signing-identity.ts'

export interface StateWords {
  readonly state: string
  /** How many days are left or gone; undefined where days do not matter. */
  readonly days: string | undefined
}

/** Says how an identity stands. */
export function useStateWords(): (state: IdentityState) => StateWords {
  const { t } = useTranslation('identity')
  return (state) => ({ state: t(`state.${state.kind}`), days: daysOf(state) })

  function daysOf(state: IdentityState): string | undefined {
    switch (state.kind) {
      case 'valid':
      case 'soon':
        return state.days === 0 ? t('daysLeftNone') : t('daysLeft', { count: state.days })
      case 'expired':
        return state.days === 0 ? t('daysGoneNone') : t('daysGone', { count: state.days })
      case 'not-yet-valid':
        return t('daysUntil', { count: state.days })
      case 'not-for-signing':
        return undefined
    }
  }
}
