import { useTranslation } from 'react-i18next'
import { isCalendarDate } from '../../../shared/domain/schema-pieces.ts'
import type { StandingPaper } from '../../../shared/domain/standing-paper.ts'
import { daysBetween } from '../../../shared/domain/calendar.ts'

export interface ValidityWords {
  /** `2026-01-01 至 2027-01-01`, as it was typed. */
  readonly range: string
  /** `还有 3 天`; empty where there is no end, or it is more than a year away. */
  readonly left: string
  readonly state: 'good' | 'soon' | 'over'
}

/** Says how long a paper is valid, seen from a plain date. */
export function useValidityWords(today: string, soonDays: number) {
  const { t } = useTranslation('library')
  return ({ validFrom, validTo }: Pick<StandingPaper, 'validFrom' | 'validTo'>): ValidityWords => {
    const range =
      validFrom !== '' && validTo !== ''
        ? t('validRange', { from: validFrom, to: validTo })
        : validFrom !== ''
          ? t('validSince', { from: validFrom })
          : validTo !== ''
            ? t('validUntil', { to: validTo })
            : t('noValidity')
    if (isCalendarDate(validFrom) && validFrom > today) return { range, left: t('notYet'), state: 'over' }
    if (!isCalendarDate(validTo)) return { range, left: '', state: 'good' }
    const days = daysBetween(today, validTo)
    if (days < 0) return { range, left: t('daysOver', { count: -days }), state: 'over' }
    if (days === 0) return { range, left: t('lastDay'), state: 'soon' }
    if (days > 366) return { range, left: '', state: 'good' }
    return { range, left: t('daysLeft', { count: days }), state: days <= soonDays ? 'soon' : 'good' }
  }
}
