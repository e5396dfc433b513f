import { expect, test } from 'vitest'
import type { PayloadFile } from '../../../src/engine/container/container-files.ts'
import { openedAhead } from '../../../src/engine/container/read-ahead.ts'
import type { Bytes } from '../../../src/engine/ports.ts'

/** Files of two chunks each, and what happens to them. */
function files(names: readonly string[], bad?: string) {
  const log: string[] = []
  const open = new Set<string>()
  const made = names.map((path): PayloadFile => {
    async function* stream(): AsyncGenerator<Bytes> {
      open.add(path)
      try {
        yield new TextEncoder().encode(`${path}1`)
        yield new TextEncoder().encode(`${path}2`)
      } finally {
        open.delete(path)
      }
    }
    return {
      path,
      size: 4,
      sha256: '',
      sha512: '',
      sm3: '',
      mediaType: '',
      compress: false,
      async source() {
        log.push(`open ${path}`)
        if (path === bad) throw new Error(`no ${path}`)
        return { size: 4, read: () => Promise.reject(new Error('unused')), stream }
      },
    }
  })
  return { made, log, open }
}

async function textOf(chunks: AsyncIterable<Bytes>): Promise<string> {
  let text = ''
  for await (const chunk of chunks) text += new TextDecoder().decode(chunk)
  return text
}

test('files come whole and in order, each opened while the one before is read', async () => {
  const { made, log, open } = files(['a', 'b', 'c'])
  for await (const { file, chunks } of openedAhead(made)) {
    log.push(`read ${file.path}`)
    expect(await textOf(chunks)).toBe(`${file.path}1${file.path}2`)
  }
  expect(log).toEqual(['open a', 'open b', 'read a', 'open c', 'read b', 'read c'])
  expect(open.size).toBe(0)
})

test('what fails is thrown in its turn, and nothing stays open', async () => {
  const { made, open } = files(['a', 'b', 'c'], 'b')
  const read: string[] = []
  await expect(async () => {
    for await (const { chunks } of openedAhead(made)) read.push(await textOf(chunks))
  }).rejects.toThrow('no b')
  expect(read).toEqual(['a1a2'])
  expect(open.size).toBe(0)
})

test.each(['unread', 'half read'])('a reader that stops early leaves nothing open (%s)', async (how) => {
  const { made, open } = files(['a', 'b', 'c'])
  for await (const { chunks } of openedAhead(made)) {
    if (how === 'half read') for await (const _ of chunks) break
    break
  }
  expect(open.size).toBe(0)
})
