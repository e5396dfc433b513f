const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\..*)?$/iu
const forbidden = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/** Whether a file may have this name on every operating system. */
export function isPlainFileName(name: string): boolean {
  return !(name === '' || forbidden.test(name) || reserved.test(name) || /^ |[. ]$/.test(name))
}

/** The nearest name every operating system takes; never empty. */
export function plainFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(new RegExp(forbidden, 'gu'), '_')
    .replace(/^ +|[. ]+$/g, '')
  return isPlainFileName(plain) ? plain : `_${plain}`
}

/** The name with a number before its ending: `a.pdf` → `a (2).pdf`. A folder's name has no ending. */
export function numberedName(name: string, number: number, kind: 'file' | 'folder'): string {
  const ending = kind === 'file' ? (/(?<=.)\.[^.]{1,12}$/u.exec(name)?.[0] ?? '') : ''
  return `${name.slice(0, name.length - ending.length)} (${number})${ending}`
}
