import type { TestLanguage } from './words.ts'

/** The languages of a journey that is the same in both: Chinese always, English too in the long run. */
export const languagesOfThisRun: readonly TestLanguage[] = process.env['SOAK'] ? ['zh', 'en'] : ['zh']
