import { useEffect, useMemo, useState } from 'react'
import type { Finding } from '../../../shared/contract/finding.ts'
import type { CaseDraft } from '../../../shared/domain/case-draft.ts'
import { isAbort } from '../../app/error-details.ts'
import type { Item } from '../../register/register.ts'
import { useServices } from '../../services.ts'
import { recordOnScreen } from './record-on-screen.ts'
import { stillUnprintable } from './still-unprintable.ts'

/** Someone who types changes the case many times; the faces are asked after a pause. */
const pauseMs = 400

export interface Unprintable {
  readonly findings: readonly Finding[]
  /** True when the faces were asked of the case as it is now. */
  readonly isSettled: boolean
}

/**
 * Characters of the case that no face can print, by their places. The faces are large, so they are asked only while `asking`;
 * what they said before stays for as long as it stands there.
 */
export function useUnprintable(draft: CaseDraft, items: readonly Item[], asking: boolean): Unprintable {
  const { engine } = useServices()
  const [answer, setAnswer] = useState<{ readonly of: string; readonly findings: readonly Finding[] }>()
  const record = useMemo(() => recordOnScreen(draft, items), [draft, items])
  const text = useMemo(() => (asking ? JSON.stringify(record) : undefined), [asking, record])
  const isSettled = text !== undefined && answer?.of === text
  useEffect(() => {
    if (text === undefined || isSettled) return
    const control = new AbortController()
    const ask = async () => {
      try {
        const findings = await engine.unprintableIn(record, {
          signal: control.signal,
          report: () => undefined,
        })
        if (!control.signal.aborted) setAnswer({ of: text, findings })
      } catch (error) {
        // Why the worker does not answer is told by the preview beside it, and building asks once more.
        if (!control.signal.aborted && !isAbort(error)) setAnswer({ of: text, findings: [] })
      }
    }
    const timer = setTimeout(() => void ask(), pauseMs)
    return () => {
      clearTimeout(timer)
      control.abort(new DOMException('stopped', 'AbortError'))
    }
    // `text` says everything of the record.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [engine, text, isSettled])
  return useMemo(
    () => ({ findings: stillUnprintable(answer?.findings ?? [], record), isSettled }),
    [answer, record, isSettled],
  )
}
