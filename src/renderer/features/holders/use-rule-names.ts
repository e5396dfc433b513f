/** Rules of the checklist by name, for choosing; undefined where the law data has no checklist. */
export function useRuleNames(
  _chosen: readonly string[],
): readonly { readonly value: string; readonly label: string }[] | undefined {
  return undefined
}
