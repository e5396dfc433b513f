import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { boundsOn, readWindowState, writeWindowState } from '../../src/main/window-state.ts'
import { temporaryFolder } from '../builders/temporary-folder.ts'

const display = { x: 0, y: 0, width: 1920, height: 1040 }
const second = { x: 1920, y: -200, width: 1280, height: 984 }

test.each([
  {
    sentence: 'nothing remembered',
    bounds: undefined,
    areas: [display],
    place: { width: 1280, height: 800 },
  },
  {
    sentence: 'a small display',
    bounds: undefined,
    areas: [{ x: 0, y: 0, width: 1024, height: 700 }],
    place: { width: 1024, height: 700 },
  },
  {
    sentence: 'on the second display',
    bounds: { x: 2000, y: -100, width: 1100, height: 700 },
    areas: [display, second],
    place: { x: 2000, y: -100, width: 1100, height: 700 },
  },
  {
    sentence: 'the second display is gone',
    bounds: { x: 2000, y: -100, width: 1100, height: 700 },
    areas: [display],
    place: { width: 1280, height: 800 },
  },
  {
    sentence: 'the title bar above the display',
    bounds: { x: 10, y: -60, width: 1100, height: 700 },
    areas: [display],
    place: { width: 1280, height: 800 },
  },
  {
    sentence: 'partly to the left, can be dragged back',
    bounds: { x: -900, y: 10, width: 1100, height: 700 },
    areas: [display],
    place: { x: -900, y: 10, width: 1100, height: 700 },
  },
  {
    sentence: 'smaller than the window may be',
    bounds: { x: 0, y: 0, width: 10, height: 10 },
    areas: [display],
    place: { width: 1280, height: 800 },
  },
])('bounds: $sentence', ({ bounds, areas, place }) => {
  expect(boundsOn(areas, bounds)).toEqual(place)
})

test('what was written is read again; anything unreadable is nothing', async () => {
  const path = join(await temporaryFolder(), 'deep', 'window.json')
  const state = { bounds: { x: 1, y: 2, width: 1000, height: 700 }, maximised: true, language: 'en' } as const
  writeWindowState(path, state)
  expect(readWindowState(path)).toEqual(state)
  for (const text of ['', '{', '[]', 'null', '{"bounds":{"x":"a"}}', '{"language":"fr"}']) {
    await writeFile(path, text)
    expect(readWindowState(path)).toEqual({ maximised: false })
  }
  writeWindowState('/dev/null/window.json', state)
})
