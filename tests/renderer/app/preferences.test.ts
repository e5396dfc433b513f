import { expect, it } from 'vitest'
import { openPreferences } from '../../../src/renderer/app/preferences.ts'

function storage(text?: string) {
  const kept = new Map(text === undefined ? [] : [['preferences', text]])
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    kept,
  }
}

const defaults = { language: 'zh', theme: 'system', lockMinutes: 10, welcomed: false, personName: '' }

it('begins in Chinese, with the theme of the system, locking after ten minutes', () => {
  expect(openPreferences(storage()).get()).toEqual(defaults)
})

it.each(['', '{', 'null', '[]', '"zh"', '{"language":"fr","theme":7,"lockMinutes":-1,"welcomed":"yes"}'])(
  'reads %j as the defaults',
  (text) => {
    expect(openPreferences(storage(text)).get()).toEqual(defaults)
  },
)

it('keeps what is right when something else is wrong', () => {
  expect(openPreferences(storage('{"language":"en","theme":"pink"}')).get()).toEqual({
    ...defaults,
    language: 'en',
  })
})

it('stores a change, tells of it, and finds it again', () => {
  const kept = storage()
  const preferences = openPreferences(kept)
  let heard = 0
  preferences.subscribe(() => (heard += 1))
  preferences.set({ theme: 'dark' })
  expect(heard).toBe(1)
  expect(openPreferences(kept).get().theme).toBe('dark')
})

it('goes on when nothing can be stored', () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  }
  const preferences = openPreferences(full)
  preferences.set({ language: 'en' })
  expect(preferences.get().language).toBe('en')
})
