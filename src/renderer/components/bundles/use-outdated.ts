import { useEffect, useState } from 'react'
import type { BundlePlan } from '../../../shared/domain/bundle-plan.ts'
import { hexOf } from '../../../shared/domain/hex.ts'
import { printedContents } from '../../../shared/domain/printed-contents.ts'
import type { StoredBundle } from '../../register/bundle-records.ts'
import type { CasePlan } from './plan-case.ts'

/** SHA-256 of what a planned bundle prints and hands in, lower-case hex. */
export async function printedDigest(plan: BundlePlan): Promise<string> {
  const bytes = new TextEncoder().encode(printedContents(plan))
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

/**
 * True when a bundle built now would hold something else than this one. False while that is not known, and of a bundle that
 * does not say what it was built from.
 */
export function useOutdated(bundle: StoredBundle | undefined, planned: CasePlan | undefined): boolean {
  const built = bundle?.printedSha256
  const plan = built === undefined ? undefined : planned?.plan
  const [now, setNow] = useState<string>()
  useEffect(() => {
    if (!plan) return
    let isWanted = true
    void printedDigest(plan).then((digest) => {
      if (isWanted) setNow(digest)
    })
    return () => {
      isWanted = false
    }
  }, [plan])
  if (built === undefined || !planned) return false
  // It was built once: what stands in the way now came since.
  if (!planned.plan) return true
  return now !== undefined && now !== built
}
