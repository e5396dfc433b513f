import { expect, test } from 'vitest'
import {
  drawScale,
  nextFactor,
  quarterTurn,
  scaleOf,
  turned,
  typedPage,
} from '../../../src/renderer/components/preview/preview-geometry.ts'
import { decodeText } from '../../../src/renderer/components/preview/preview-text.ts'

const a4 = { width: 595, height: 842 }

test('a page is fitted to the room, turned or not', () => {
  const room = { width: 619, height: 445 }
  expect(scaleOf({ kind: 'width' }, a4, room, 1)).toBe(1)
  expect(scaleOf({ kind: 'page' }, a4, room, 1)).toBe(0.5)
  expect(scaleOf({ kind: 'width' }, turned(a4, 90), room, 1)).toBeCloseTo(595 / 842)
  expect(scaleOf({ kind: 'factor', factor: 1 }, a4, room, 96 / 72)).toBeCloseTo(4 / 3)
})

test('a long picture still fits', () => {
  expect(scaleOf({ kind: 'page' }, { width: 1000, height: 30_000 }, { width: 400, height: 324 }, 1)).toBe(
    0.01,
  )
})

test('zooming goes by usual steps and stops at the ends', () => {
  expect(nextFactor(1, 1)).toBe(1.1)
  expect(nextFactor(0.95, -1)).toBe(0.9)
  expect(nextFactor(8, 1)).toBe(8)
  expect(nextFactor(0.05, -1)).toBe(0.1)
})

test('no bitmap is larger than 16 million pixels', () => {
  const scale = drawScale(8, 2, a4)
  expect(a4.width * scale * a4.height * scale).toBeCloseTo(16_000_000, 0)
  expect(drawScale(1, 2, a4)).toBe(2)
})

test('turning goes round', () => {
  expect(quarterTurn(270, 1)).toBe(0)
  expect(quarterTurn(0, -1)).toBe(270)
})

test.each([
  ['3', 3],
  [' 12 ', 12],
  ['0', undefined],
  ['13', undefined],
  ['1.5', undefined],
  ['', undefined],
])('page %j of 12 is %s', (text, page) => {
  expect(typedPage(text, 12)).toBe(page)
})

test.each([
  ['UTF-8', new TextEncoder().encode('聊天记录'), '聊天记录'],
  ['UTF-8', new TextEncoder().encode('聊天记录').subarray(0, 11), '聊天记'],
  ['GB18030', new Uint8Array([0xc4, 0xe3, 0xba, 0xc3]), '你好'],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x60, 0x4f]), '你'],
] as const)('%s is told by the bytes', (encoding, bytes, text) => {
  expect(decodeText(bytes)).toEqual({ encoding, text })
})
