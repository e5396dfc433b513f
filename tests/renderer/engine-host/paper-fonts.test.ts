import { beforeEach, expect, test, vi } from 'vitest'

/** Faces that come over the wire; `answer` is asked for each. */
function served(answer: (count: number) => Response | Promise<Response>) {
  let count = 0
  vi.stubGlobal('fetch', () => Promise.resolve(answer((count += 1))))
  return () => count
}

const whole = (text: string, length = text.length) =>
  new Response(text, { headers: { 'content-length': String(length) } })

beforeEach(() => {
  vi.resetModules()
  return () => vi.unstubAllGlobals()
})

async function paperFonts() {
  const module = await import('../../../src/renderer/engine-host/paper-fonts.ts')
  return module.paperFonts
}

test('the four faces are fetched once, and each job gets an object of its own with the same bytes', async () => {
  const asked = served((count) => whole(`face ${count}`))
  const fonts = await paperFonts()
  const [first, second] = await Promise.all([fonts(), fonts()])
  expect(asked()).toBe(4)
  expect(first).not.toBe(second)
  expect(first.regular).toBe(second.regular)
  expect(new TextDecoder().decode(first.regular as Uint8Array)).toBe('face 1')
  expect(first.fallbacks).toHaveLength(2)
})

test.each<[string, (face: string) => Response]>([
  ['does not come', () => new Response('', { status: 404 })],
  ['is shorter than announced', (face) => whole(face, 100)],
  ['is longer than announced', (face) => whole(face, 2)],
])('a face that %s ends the job, and the next one tries again', async (_name, broken) => {
  let isBroken = true
  served((count) => (isBroken && count === 3 ? broken('face') : whole('face')))
  const fonts = await paperFonts()
  await expect(fonts()).rejects.toThrow()
  isBroken = false
  expect((await fonts()).regular).toHaveLength(4)
})

test('a face whose length is not announced is taken as it comes', async () => {
  served(() => new Response('face'))
  const fonts = await paperFonts()
  expect((await fonts()).bold).toHaveLength(4)
})
