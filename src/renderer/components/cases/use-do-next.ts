import { useCallback, useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { nextActionOf } from '../../../shared/domain/case-board.ts'
import type { CaseSummary } from '../../register/register.ts'
import { askingFor } from './asked-place.ts'
import { boardRowOf } from './board-row.ts'
import { nextPlaceOf } from './next-place.ts'

/**
 * Goes to where the next action of a case is done, with the focus on its field; a case of which nothing is left is closed
 * by `close`, where it may be. What is given stays the same while the page is there.
 */
export function useDoNext(close: ((row: CaseSummary) => void) | undefined): (row: CaseSummary) => void {
  const [, go] = useLocation()
  const latest = useRef(close)
  useEffect(() => {
    latest.current = close
  })
  return useCallback(
    (row) => {
      const facts = boardRowOf(row)
      if (nextActionOf(facts) === 'close-case' && latest.current) return latest.current(row)
      const { page, place } = nextPlaceOf(facts)
      go(`/cases/${row.id}/${page}`, place === undefined ? {} : { state: askingFor(place) })
    },
    [go],
  )
}
