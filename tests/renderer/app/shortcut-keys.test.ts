import { describe, expect, it } from 'vitest'
import { commandShortcuts } from '../../../src/renderer/app/commands.ts'
import {
  belongsToFields,
  keyNames,
  matchesShortcut,
  typesText,
} from '../../../src/renderer/app/shortcut-keys.ts'

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
const ctrl = { ...none, ctrlKey: true }

describe('a key press is a shortcut', () => {
  it.each([
    [{ ...ctrl, key: 'k' }, 'Mod+K', false, true],
    [{ ...ctrl, key: 'K' }, 'Mod+K', false, true],
    [{ ...ctrl, key: 'k', shiftKey: true }, 'Mod+K', false, false],
    [{ ...none, key: 'k' }, 'Mod+K', false, false],
    [{ ...ctrl, key: 'k', metaKey: true }, 'Mod+K', false, false],
    [{ ...none, metaKey: true, key: 'k' }, 'Mod+K', true, true],
    [{ ...ctrl, key: 'k' }, 'Mod+K', true, false],
    [{ ...none, key: '?', shiftKey: true }, '?', false, true],
    [{ ...ctrl, key: ',' }, 'Mod+,', false, true],
    [{ ...ctrl, key: 'y' }, 'Mod+Shift+Z|Mod+Y', false, true],
    [{ ...ctrl, key: 'Z', shiftKey: true }, 'Mod+Shift+Z|Mod+Y', false, true],
    [{ ...ctrl, key: 'z' }, 'Mod+Shift+Z|Mod+Y', false, false],
    [{ ...none, key: ' ' }, 'Space', false, true],
    [{ ...none, key: 'ArrowUp', altKey: true }, 'Alt+ArrowUp', false, true],
    [{ ...none, key: 'ArrowUp' }, 'Alt+ArrowUp', false, false],
    [{ ...none, key: 'Escape', shiftKey: true }, 'Escape', false, false],
  ])('%o is %s', (press, shortcut, mac, expected) => {
    expect(matchesShortcut(press, shortcut, mac)).toBe(expected)
  })
})

it('keys that type text, and undo, belong to a field that has the focus', () => {
  expect(['?', 'Escape', 'Delete', 'Space'].every(typesText)).toBe(true)
  expect(['Mod+K', 'F2', 'Alt+N'].some(typesText)).toBe(false)
  expect(['Mod+Z', 'Mod+Shift+Z|Mod+Y', 'Mod+A'].every(belongsToFields)).toBe(true)
  expect(['Mod+K', 'Mod+Shift+S', 'Mod+L', 'Mod+N|Alt+N'].some(belongsToFields)).toBe(false)
})

it('shows the keys of the system', () => {
  const name = (key: string) => ({ Mod: 'Ctrl', Shift: 'Shift' })[key] ?? key
  expect(keyNames('Mod+Shift+Z|Mod+Y', false, name)).toEqual(['Ctrl', 'Shift', 'Z'])
  expect(keyNames('Mod+Shift+Z|Mod+Y', true, name)).toEqual(['⌘', '⇧', 'Z'])
})

it('no two commands share a key', () => {
  const keys = Object.values(commandShortcuts).flatMap((shortcut) => shortcut?.split('|') ?? [])
  expect(new Set(keys).size).toBe(keys.length)
})
