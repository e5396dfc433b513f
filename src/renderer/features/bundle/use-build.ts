import { instantOf } from '../../../shared/domain/instant.ts'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../../shared/contract/failure.ts'
import type { Finding } from '../../../shared/contract/finding.ts'
import { isAbort } from '../../app/error-details.ts'
import { useNotify } from '../../app/notify.ts'
import { reportStep } from '../../engine-host/report-step.ts'
import type { StoredBundle } from '../../register/bundle-records.ts'
import type { StoredIdentity } from '../../register/signing-records.ts'
import { useServices } from '../../services.ts'
import { contentIdsOf, planCase } from '../../components/bundles/plan-case.ts'
import { printedDigest } from '../../components/bundles/use-outdated.ts'

export interface BuildWish {
  readonly draft: boolean
  /** Who signs, and the passphrase typed for it; without, a throw-away key. */
  readonly signer: { readonly identity: StoredIdentity; readonly passphrase: string } | undefined
}

/** What came of the last build on this page. */
export interface Built {
  readonly bundle: StoredBundle
  readonly findings: readonly Finding[]
}

export interface Build {
  readonly busy: boolean
  readonly error: unknown
  readonly built: Built | undefined
  /** False when it was not built: refused, failed or cancelled. */
  run(wish: BuildWish): Promise<boolean>
}

/** Builds the bundle of a case into the register, as a job. */
export function useBuild(caseId: string, version: string): Build {
  const { t } = useTranslation('bundle')
  const services = useServices()
  const notify = useNotify()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [built, setBuilt] = useState<Built>()
  const isThere = useRef(false)
  useEffect(() => {
    isThere.current = true
    return () => void (isThere.current = false)
  }, [])

  async function build({ draft, signer }: BuildWish): Promise<Built | undefined> {
    const { session, engine, jobs, law, limits, now, newId } = services
    if (!(await session.whenStorable())) return undefined
    // What was typed last belongs into the bundle.
    await session.settled()
    const register = session.register()
    const stored = await register.cases.get(caseId)
    const items = await register.items.ofCase(caseId)
    if (!stored) throw new Failure('register.changed-elsewhere')
    const planned = planCase(stored.draft, items, { createdAt: instantOf(now()), draft, law, limits })
    const { plan, findings } = planned
    if (!plan) throw new Failure('case.refused', { count: planned.errors })
    if (plan.draft && !draft) throw new Failure('bundle.gaps', { count: planned.gaps })
    const name = stored.draft.brand?.trim() || stored.draft.caseCode
    const key = signer && { pkcs12: signer.identity.pkcs12, passphrase: signer.passphrase }
    const originals = { kind: 'vault', ids: contentIdsOf(items) } as const
    // Stored as part of the work: whoever waits for it to end may lock the vault then.
    return jobs.run('build', name, async (job) => {
      const printedSha256 = await printedDigest(plan)
      const made = await engine.buildBundle({ plan, findings, originals, law, version }, key, {
        signal: job.signal,
        report: (progress) => reportStep(job, progress),
      })
      const { findings: found, verification: _verification, ...record } = made
      const bundle: StoredBundle = { id: newId(), caseId, printedSha256, ...record }
      try {
        await session.register().bundles.add(bundle)
      } catch (failure) {
        await session
          .register()
          .contents.removeUnused(bundle.contentIds)
          .catch(() => undefined)
        throw failure
      }
      return { bundle, findings: found }
    })
  }

  return {
    busy,
    error,
    built,
    async run(wish) {
      if (busy) return false
      setBusy(true)
      setError(undefined)
      try {
        const done = await build(wish)
        if (!done) return false
        setBuilt(done)
        notify({ text: t('built', { pages: done.bundle.pages, items: done.bundle.items }), kind: 'done' })
        return true
      } catch (failure) {
        if (isAbort(failure)) notify({ text: t('buildCancelled'), kind: 'info' })
        else if (isThere.current) setError(failure)
        // Who has left the page would not see it there.
        else notify.failure(failure)
        return false
      } finally {
        setBusy(false)
      }
    },
  }
}
