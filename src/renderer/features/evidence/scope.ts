/** What the table of items shows: everything, one group, or the trash. */
export type Scope =
  { readonly kind: 'all' } | { readonly kind: 'group'; readonly id: string } | { readonly kind: 'trash' }
