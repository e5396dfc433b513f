import { useEffect, useMemo, useRef, useState } from 'react'
import type { Finding } from '../../../shared/contract/finding.ts'
import type { BundlePlan } from '../../../shared/domain/bundle-plan.ts'
import { isAbort } from '../../app/error-details.ts'
import type { BundleProgress, NamedSigner } from '../../engine-host/bundle-wire.ts'
import type { Item } from '../../register/register.ts'
import { useServices } from '../../services.ts'
import { contentIdsOf } from '../../components/bundles/plan-case.ts'

/** Someone who types changes the plan many times; the papers follow after a pause. */
const pauseMs = 700

/** Previews shown in this window so far. */
let previews = 0

export interface PapersPreview {
  /** Tells one preview from the next. */
  readonly key: number
  readonly papers: Uint8Array<ArrayBuffer>
  readonly pageCount: number
  readonly firstPageNumber: number
  readonly findings: readonly Finding[]
}

export interface PreviewState {
  readonly shown: PapersPreview | undefined
  readonly busy: boolean
  readonly progress: BundleProgress | undefined
  readonly error: unknown
}

/** The papers of a plan as they would be built now; the last ones stay while the next are set. */
export function usePreview(
  plan: BundlePlan | undefined,
  items: readonly Item[],
  signer: NamedSigner,
  version: string,
): PreviewState {
  const { engine, session, law } = useServices()
  const [state, setState] = useState<PreviewState>({
    shown: undefined,
    busy: plan !== undefined,
    progress: undefined,
    error: undefined,
  })
  const signing = JSON.stringify(signer)
  // The date alone is no reason to set everything again. A plan of hundreds of originals is long: not at every render.
  const key = useMemo(
    () => plan && JSON.stringify([{ ...plan, createdAt: plan.createdAt.slice(0, 10) }, signing]),
    [plan, signing],
  )
  const latest = useRef({ plan, items })
  latest.current = { plan, items }
  useEffect(() => {
    if (key === undefined) {
      setState({ shown: undefined, busy: false, progress: undefined, error: undefined })
      return
    }
    const control = new AbortController()
    setState((before) => ({ ...before, busy: true, error: undefined }))
    const set = async () => {
      const { plan: wanted, items: present } = latest.current
      if (!wanted) return
      const register = session.register()
      const ids = contentIdsOf(present)
      const originals = register.inMemory
        ? ({ kind: 'given', bytes: await bytesOf(register, ids) } as const)
        : ({ kind: 'vault', ids } as const)
      const preview = await engine.previewBundle(
        { plan: wanted, findings: [], originals, law, version },
        signer,
        {
          signal: control.signal,
          report: (progress) => {
            if (!control.signal.aborted) setState((before) => ({ ...before, progress }))
          },
        },
      )
      if (control.signal.aborted) return
      setState({
        shown: { ...preview, key: (previews += 1) },
        busy: false,
        progress: undefined,
        error: undefined,
      })
    }
    const timer = setTimeout(() => {
      set().catch((error: unknown) => {
        if (control.signal.aborted || isAbort(error)) return
        setState({ shown: undefined, busy: false, progress: undefined, error })
      })
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      control.abort(new DOMException('stopped', 'AbortError'))
    }
    // `key` says everything of the plan and the signer that the papers show.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, engine, session, law, version])
  return state
}

async function bytesOf(
  register: ReturnType<ReturnType<typeof useServices>['session']['register']>,
  ids: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  const bytes = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const [sha256, id] of ids) {
    const reader = await register.contents.open(id)
    bytes.set(sha256, await reader.read(0, reader.bytes))
  }
  return bytes
}
