import { z } from 'zod'
import { Right, RightHolder } from './parties.ts'
import { Line, Paragraphs } from './schema-pieces.ts'

/** A right of a profile: as in a case, without the holder, who is that of the profile. */
export const ProfileRight = Right.omit({ holder: true })
export type ProfileRight = z.infer<typeof ProfileRight>

/**
 * A right holder who is kept for every case. `id` is random and never the one a case uses. Text is kept as it was typed,
 * also when it is not valid yet.
 */
export const HolderProfile = RightHolder.extend({
  brands: z.array(Line).max(50).default([]),
  remarks: Paragraphs.default(''),
  rights: z.array(ProfileRight).max(200).default([]),
})
export type HolderProfile = z.infer<typeof HolderProfile>

/** A profile with nothing filled in. */
export function blankProfile(id: string): HolderProfile {
  return { id, kind: 'domestic-company', nameZh: '', brands: [], remarks: '', rights: [] }
}

/** What a person calls a holder: the Chinese name, else the foreign one, else nothing. */
export function nameOfHolder(holder: Pick<RightHolder, 'nameZh' | 'nameEn'>): string {
  return holder.nameZh.trim() || (holder.nameEn ?? '').trim()
}

/** The profile a holder of a case makes, with the rights that are the holder's there and the brand of the case. */
export function profileOfHolder(holder: RightHolder, rights: readonly Right[], brand: string, id: string) {
  const own = rights.filter((right) => right.holder === holder.id)
  return {
    ...holder,
    id,
    brands: brand.trim() === '' ? [] : [brand.trim()],
    remarks: '',
    rights: own.map(({ holder: _holder, ...right }) => right),
  } satisfies HolderProfile
}

/** The holder a profile makes in a case, under the id the case gives it. */
export function holderOfProfile(profile: HolderProfile, id: string): RightHolder {
  const { brands: _brands, remarks: _remarks, rights: _rights, ...holder } = profile
  return { ...holder, id }
}

/**
 * True when both are one holder: the same register number; where one of them has none, the same name, Chinese or foreign.
 * Spaces, width and case make no difference.
 */
export function isSameHolder(
  left: Pick<RightHolder, 'nameZh' | 'nameEn' | 'registrationNumber'>,
  right: Pick<RightHolder, 'nameZh' | 'nameEn' | 'registrationNumber'>,
): boolean {
  const [one, other] = [plain(left.registrationNumber), plain(right.registrationNumber)]
  if (one !== '' && other !== '') return one === other
  const same = (a: string | undefined, b: string | undefined) => plain(a) !== '' && plain(a) === plain(b)
  return same(left.nameZh, right.nameZh) || same(left.nameEn, right.nameEn)
}

/** Text as it is compared: without spaces, full width as half width, upper case. */
export function plain(text: string | undefined): string {
  return (text ?? '').normalize('NFKC').replace(/\s+/gu, '').toUpperCase()
}
