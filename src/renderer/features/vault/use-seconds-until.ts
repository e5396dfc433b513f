import { useEffect, useState } from 'react'
import { useServices } from '../../services.ts'

/** Whole seconds until a moment (epoch milliseconds), counted down; 0 once it has come. */
export function useSecondsUntil(moment: number): number {
  const services = useServices()
  const secondsLeft = () => Math.max(0, Math.ceil((moment - services.now().getTime()) / 1000))
  const [, redraw] = useState(0)
  const left = secondsLeft()
  useEffect(() => {
    if (left === 0) return
    const timer = setTimeout(() => redraw((turn) => turn + 1), 250)
    return () => clearTimeout(timer)
  })
  return left
}
