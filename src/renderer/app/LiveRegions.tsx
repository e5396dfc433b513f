import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { useSession } from '../register/use-session.ts'
import { AnnounceContext, type Announce } from './announce.ts'

interface Said {
  readonly sentence: string
  readonly turn: number
}

const nothing: Said = { sentence: '', turn: 0 }

/** The two live regions of the window, and the voice of everything inside. */
export function LiveRegions({ children }: { readonly children: ReactNode }) {
  const [polite, setPolite] = useState(nothing)
  const [assertive, setAssertive] = useState(nothing)
  const turn = useRef(0)
  const locked = useSession().kind === 'locked'
  useEffect(() => {
    // What was said may hold names; what was said while locked is over.
    setPolite(nothing)
    setAssertive(nothing)
  }, [locked])
  const announce = useCallback<Announce>((sentence, urgency = 'polite') => {
    turn.current += 1
    const said = { sentence, turn: turn.current }
    if (urgency === 'polite') setPolite(said)
    else setAssertive(said)
  }, [])
  return (
    <AnnounceContext value={announce}>
      {children}
      {/* A new key makes a new node: the same sentence is read again. */}
      <div className="only-heard" role="status" aria-live="polite">
        <span key={polite.turn}>{polite.sentence}</span>
      </div>
      <div className="only-heard" role="alert" aria-live="assertive">
        <span key={assertive.turn}>{assertive.sentence}</span>
      </div>
    </AnnounceContext>
  )
}
