/** Asks for the first thing that is missing in a case, whatever it is. */
export const firstGap = 'first-gap'

interface Asking {
  readonly askedPlace: string
}

/** What goes with an address of a case so that its page puts the focus on a place, such as `notice.replyDueOn`. */
export function askingFor(place: string): Asking {
  return { askedPlace: place }
}

/** The place asked for when this address was gone to, once: a reload begins at the top again. Others than `wanted` stay. */
export function takeAskedPlace(wanted: (place: string) => boolean = () => true): string | undefined {
  const state: unknown = history.state
  if (!isAsking(state) || !wanted(state.askedPlace)) return undefined
  history.replaceState(null, '')
  return state.askedPlace
}

function isAsking(state: unknown): state is Asking {
  return (
    typeof state === 'object' &&
    state !== null &&
    'askedPlace' in state &&
    typeof state.askedPlace === 'string'
  )
}
