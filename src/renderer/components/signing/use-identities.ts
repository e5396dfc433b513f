import type { StoredIdentity } from '../../register/signing-records.ts'
import { useLive } from '../../register/use-live.ts'

/** The signing identities of the register, by their label; undefined until they are read and while it is locked. */
export function useIdentities(): readonly StoredIdentity[] | undefined {
  return useLive(async (register) => {
    const identities = await register.identities.all()
    return identities.toSorted((a, b) => a.label.localeCompare(b.label, 'zh') || a.id.localeCompare(b.id))
  }, [])
}
