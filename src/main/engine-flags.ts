/**
 * Flags of V8 in the window and its workers: the halves of the young generation stay small (MB). Setting hundreds of pages
 * would let them grow by 60 MB that are hardly used afterwards and never given back.
 */
export const engineFlags = '--max-semi-space-size=4'
