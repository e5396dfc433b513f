import { useTranslation } from 'react-i18next'
import { isMac, keyNames } from './shortcut-keys.ts'

const named = ['Mod', 'Shift', 'Alt', 'Enter', 'Escape', 'Space', 'Delete', 'ArrowUp', 'ArrowDown'] as const

/** The keys of a shortcut, such as `Ctrl` `K`. */
export function ShortcutKeys({ shortcut }: { readonly shortcut: string }) {
  const { t } = useTranslation('frame')
  const word = (key: string) => {
    const known = named.find((name) => name === key)
    return known ? t(`key.${known}`) : key
  }
  return (
    <span className="shortcut-keys">
      {keyNames(shortcut, isMac(navigator.platform), word).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  )
}
