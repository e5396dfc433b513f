import { expect, test } from 'vitest'
import { TypedWriter } from '../../../src/renderer/components/typed-writer.ts'

/** A store of one text; each write and each reading waits for `go`, or fails with what it is given. */
function slowStore() {
  let text = ''
  const gates: { readonly kind: string; readonly go: (error?: Error) => void }[] = []
  const gate = (kind: string): Promise<void> =>
    new Promise<void>((resolve, reject) =>
      gates.push({ kind, go: (error) => (error === undefined ? resolve() : reject(error)) }),
    )
  return {
    text: () => text,
    waits: () => gates.map(({ kind }) => kind),
    async go(error?: Error) {
      for (let i = 0; i < 20 && gates.length === 0; i += 1) await Promise.resolve()
      gates.shift()?.go(error)
      for (let i = 0; i < 20; i += 1) await Promise.resolve()
    },
    write: async (change: (text: string) => string) => {
      await gate('write')
      text = change(text)
    },
    read: async () => {
      const found = text
      await gate('read')
      return found
    },
  }
}

function aWriter() {
  const store = slowStore()
  const shown: string[] = []
  const told: unknown[] = []
  let retry: () => void = () => undefined
  const writer = new TypedWriter<string>({
    store: () => store,
    show: (text) => shown.push(text),
    tell: (error, again) => {
      told.push(error)
      retry = again
    },
  })
  const type = (letter: string) => writer.add((text) => text + letter)
  return { store, shown, told, writer, type, again: () => retry() }
}

test('what is typed while the record is read again is stored too', async () => {
  const { store, shown, writer, type } = aWriter()
  type('a')
  await store.go()
  expect(store.waits()).toEqual(['read'])
  type('b')
  await store.go()
  expect(shown).toEqual([])
  await store.go()
  await store.go()
  expect(store.text()).toBe('ab')
  expect(shown).toEqual(['ab'])
  expect(writer.idle).toBe(true)
})

test('changes that wait join; what failed goes along with the next one, and is told', async () => {
  const { store, shown, told, writer, type } = aWriter()
  type('a')
  await store.go(new Error('full'))
  expect(told).toHaveLength(1)
  expect(writer.idle).toBe(false)
  await writer.settled()
  type('b')
  await store.go()
  await store.go()
  expect(store.text()).toBe('ab')
  expect(shown).toEqual(['ab'])
})

test('what could not be stored is stored when the person asks for it again, once', async () => {
  const { store, shown, writer, type, again } = aWriter()
  type('a')
  await store.go(new Error('full'))
  await writer.settled()
  again()
  again()
  await store.go()
  await store.go()
  expect(store.text()).toBe('a')
  expect(shown).toEqual(['a'])
  again()
  expect(writer.idle).toBe(true)
})

test('when storing is declined what is stored comes back, without what was typed meanwhile', async () => {
  const { store, shown, told, writer, type } = aWriter()
  type('a')
  await Promise.resolve()
  await Promise.resolve()
  type('b')
  await store.go(new DOMException('declined', 'AbortError'))
  await store.go()
  expect(shown).toEqual([''])
  expect(told).toEqual([])
  expect(writer.idle).toBe(true)
  expect(store.text()).toBe('')
})

test('a reading that fails is told and leaves nothing waiting', async () => {
  const { store, told, writer, type } = aWriter()
  type('a')
  await store.go()
  await store.go(new Error('locked'))
  expect(told).toHaveLength(1)
  expect(writer.idle).toBe(true)
  expect(store.text()).toBe('a')
})
