import { useCallback } from 'react'
import { useLocation } from 'wouter'
import type { CaseSummary } from '../../register/register.ts'
import { askingFor } from './asked-place.ts'
import { boardRowOf } from './board-row.ts'
import { nextPlaceOf } from './next-place.ts'

/** Goes to where the next action of a case is done, with the focus on its field. */
export function useGoNext(): (row: CaseSummary) => void {
  const [, go] = useLocation()
  return useCallback(
    (row) => {
      const { page, place } = nextPlaceOf(boardRowOf(row))
      go(`/cases/${row.id}/${page}`, place === undefined ? {} : { state: askingFor(place) })
    },
    [go],
  )
}
