import type { KeptVariant } from '../../../src/renderer/register/kept-variant.ts'
import { OfficeVariant } from '../../../src/shared/domain/office-variant.ts'
import { blankProfile, type HolderProfile } from '../../../src/shared/domain/holder-profile.ts'
import { blankPaper, type StandingPaper } from '../../../src/shared/domain/standing-paper.ts'

/** A holder of the library. */
export function aProfile(changes: Partial<HolderProfile> = {}): HolderProfile {
  return {
    ...blankProfile(crypto.randomUUID()),
    nameZh: '清江公司',
    registrationNumber: '91310000MA1K0000X1',
    brands: ['清江'],
    rights: [{ kind: 'trademark', name: '清江', registrationNumber: '00000001' }],
    ...changes,
  }
}

/** A standing paper of a holder. */
export function aPaper(holderId: string, changes: Partial<StandingPaper> = {}): StandingPaper {
  return {
    ...blankPaper(crypto.randomUUID(), holderId, 'business-licence', '营业执照'),
    validFrom: '2020-01-01',
    validTo: '2030-01-01',
    originalAt: '上海办公室',
    ...changes,
  }
}

/** What an office asks, as a person kept it. */
export function aKeptVariant(office = '示例市人民检察院'): KeptVariant {
  const variant = OfficeVariant.parse({
    format: 'rights-dossier/office-variant',
    version: 1,
    office,
    entries: [{ code: 'own-second-set', title: '全套材料另备一份' }],
    hidden: [{ code: 'business-licence', reason: '该院自行查询' }],
  })
  return { id: crypto.randomUUID(), variant, keptAt: '2026-11-29T04:00:00Z' }
}
