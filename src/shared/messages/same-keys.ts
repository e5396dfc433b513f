/**
 * English words for the keys of the Chinese ones. Chinese has one plural form (`_other`); English has two, so each such
 * key needs `_one` beside it (Unicode CLDR plural rules).
 */
export type SameKeys<Chinese> = { readonly [Key in keyof Chinese]: string } & {
  readonly [Key in keyof Chinese as Key extends `${infer Base}_other` ? `${Base}_one` : never]: string
}
