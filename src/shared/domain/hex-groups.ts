/** Hex digits in groups of eight: on paper and in the window alike, for eyes that compare the two. */
export function hexGroups(hex: string): readonly string[] {
  return hex.match(/.{1,8}/g) ?? []
}

/** Those groups with a space between them. */
export function inHexGroups(hex: string): string {
  return hexGroups(hex).join(' ')
}
