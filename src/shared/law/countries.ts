import { z } from 'zod'
import { Both, LawSource } from './law-source.ts'

/** A state or territory with respect to papers that come from there. */
export const Country = z
  .strictObject({
    /** ISO 3166-1 alpha-2. */
    code: z.string().regex(/^[A-Z]{2}$/),
    zh: z.string().min(1),
    en: z.string().min(1),
    /** `convention`: an apostille does; `own-procedure`: the place has a procedure of its own; `none`: legalisation. */
    route: z.enum(['convention', 'own-procedure', 'none']),
    /** The convention applies between it and China from this day, as far as known. */
    from: z.iso.date().optional(),
    confidence: z.enum(['confirmed', 'secondary', 'unverified']),
    /** True: to be checked with the competent authority before it is relied on. */
    verify: z.boolean(),
    note: Both.optional(),
  })
  .refine(({ confidence, verify }) => verify || confidence === 'confirmed', { error: 'unverified' })
export type Country = z.infer<typeof Country>

/** `resources/law/countries.json`: how papers from abroad are authenticated, by country. */
export const CountryLaw = z
  .strictObject({
    date: z.iso.date(),
    note: Both,
    /** Since when an apostille does in China. */
    convention: LawSource,
    /** The rule for papers from abroad. */
    proof: LawSource,
    countries: z.array(Country),
  })
  .refine(({ countries }) => new Set(countries.map(({ code }) => code)).size === countries.length, {
    error: 'country-twice',
  })
export type CountryLaw = z.infer<typeof CountryLaw>

/**
 * How a paper signed in a country on a day is authenticated, and whether to verify it first. `unknown`: the law data does
 * not list the country. `mainland` for China itself and for no code.
 */
export function authenticationOf(
  law: CountryLaw,
  code: string,
  on: string,
): {
  readonly route: Country['route'] | 'mainland' | 'unknown'
  readonly verify: boolean
  readonly country?: Country
} {
  if (code === '' || code === 'CN') return { route: 'mainland', verify: false }
  const country = law.countries.find((one) => one.code === code)
  if (!country) return { route: 'unknown', verify: true }
  const inForce = (country.from ?? law.convention.inForceFrom) <= on
  const route = country.route === 'convention' && !inForce ? 'none' : country.route
  return { route, verify: country.verify, country }
}
