const reservedWindowsName = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i

/**
 * A file or folder name that every system and old disc reader takes: NFC, letters, digits, Han and `-_.()（）`,
 * anything else as `_`, at most `maxCharacters` code points with the ending kept, never a reserved Windows name.
 */
export function containerName(original: string, maxCharacters: number): string {
  const clean = original
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Cc}\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[^\p{L}\p{Nd}\-_.()（）]/gu, '_')
    .replace(/_{2,}/g, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
    // What stood between two letters may be gone now, and they compose.
    .normalize('NFC')
  const named = clean === '' || reservedWindowsName.test(clean) ? `_${clean}` : clean
  const characters = [...named]
  if (characters.length <= maxCharacters) return named
  const dot = characters.lastIndexOf('.')
  const ending = dot > 0 && characters.length - dot <= 10 ? characters.slice(dot) : []
  const kept = characters.slice(0, maxCharacters - ending.length).join('')
  return kept.replace(/[. ]+$/g, '') + ending.join('')
}
