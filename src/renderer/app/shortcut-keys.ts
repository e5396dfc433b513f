/** True where ⌘ takes the place of Ctrl. */
export function isMac(platform: string): boolean {
  return /mac|iphone|ipad/i.test(platform)
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/**
 * True when a key press is the shortcut `Mod+Shift+S`, or one of several between `|`. The key of signs such as `?`
 * already holds its Shift.
 */
export function matchesShortcut(press: KeyPress, shortcut: string, mac: boolean): boolean {
  return shortcut.split('|').some((one) => matchesOne(press, one, mac))
}

function matchesOne(press: KeyPress, shortcut: string, mac: boolean): boolean {
  const parts = shortcut.split('+')
  const key = parts.at(-1) ?? ''
  const mod = mac ? press.metaKey : press.ctrlKey
  const other = mac ? press.ctrlKey : press.metaKey
  if (mod !== parts.includes('Mod') || other || press.altKey !== parts.includes('Alt')) return false
  const isLetter = /^[a-z]$/i.test(key)
  if ((isLetter || key.length > 1) && press.shiftKey !== parts.includes('Shift')) return false
  return isLetter
    ? press.key.toLowerCase() === key.toLowerCase()
    : press.key === (key === 'Space' ? ' ' : key)
}

/** True for keys that would type something: they act only outside of fields. */
export function typesText(shortcut: string): boolean {
  return !shortcut.includes('Mod+') && !shortcut.includes('Alt+') && !/^F\d+$/.test(shortcut)
}

/** Undo and redo belong to the text while a field has the focus. */
export function belongsToFields(shortcut: string): boolean {
  return typesText(shortcut) || /^Mod\+(Shift\+)?[ZYACXV](\||$)/.test(shortcut)
}

/** True when the focus is where text is typed. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement)
    return !['button', 'checkbox', 'radio', 'submit', 'file'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target.isContentEditable
}

/** The keys of a shortcut one by one, as `<kbd>` shows them; words by `name`. */
export function keyNames(shortcut: string, mac: boolean, name: (key: string) => string): string[] {
  const [first = ''] = shortcut.split('|')
  return first.split('+').map((key) => {
    if (mac && key === 'Mod') return '⌘'
    if (mac && key === 'Shift') return '⇧'
    if (mac && key === 'Alt') return '⌥'
    return key.length === 1 ? key.toUpperCase() : name(key)
  })
}
