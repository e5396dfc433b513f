import { useEffect, useState } from 'react'
import { passphraseStrength, type PassphraseStrength } from '../../register/passphrase.ts'

const typingPauseMs = 120

/** How strong a passphrase is, a moment after the last key; undefined while nothing is typed or it is being judged. */
export function useStrength(passphrase: string): PassphraseStrength | undefined {
  const [judged, setJudged] = useState<{ readonly of: string; readonly strength: PassphraseStrength }>()
  useEffect(() => {
    if (!passphrase) return
    let gone = false
    const timer = setTimeout(() => {
      passphraseStrength(passphrase).then(
        (strength) => {
          if (!gone) setJudged({ of: passphrase, strength })
        },
        // Why it could not be judged is told when it is used; not at every key.
        () => undefined,
      )
    }, typingPauseMs)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [passphrase])
  return passphrase ? judged?.strength : undefined
}
