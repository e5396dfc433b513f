import { describe, expect, it } from 'vitest'
import { PageFlow } from '../../../src/engine/layout/page-flow.ts'
import { a4, textWidth } from '../../../src/engine/layout/page.ts'
import { StructureElement } from '../../../src/engine/layout/structure.ts'
import { cell, setTable, type TableRow } from '../../../src/engine/layout/table.ts'
import { typefaces } from '../../builders/fonts.ts'

function aFlow(): PageFlow {
  return new PageFlow({
    typefaces,
    language: 'zh',
    root: new StructureElement('Part', ''),
    runningHead: '续',
    mark: '',
    brokenLines: new Map(),
  })
}

function setRows(rows: readonly TableRow[]): PageFlow {
  const flow = aFlow()
  setTable(flow, {
    columns: [
      { width: 60, align: 'center' },
      { width: textWidth - 60, align: 'start' },
    ],
    head: [{ cells: [cell('序号', { heading: 'Column' }), cell('内容', { heading: 'Column' })] }],
    rows,
    size: 10,
  })
  return flow
}

function textOn(flow: PageFlow, page: number): string {
  return (flow.pages[page]?.marks ?? [])
    .flatMap((mark) => (mark.kind === 'line' ? mark.line.placed.map(({ unit }) => unit.text) : []))
    .join('')
}

function row(words: string, options: Partial<TableRow> = {}): TableRow {
  return { cells: [cell('1'), cell(words)], ...options }
}

describe('a table', () => {
  it('repeats its head on every page and keeps its rows whole', () => {
    const flow = setRows(Array.from({ length: 80 }, (_, index) => row(`行${index}；`.repeat(12))))
    expect(flow.pages.length).toBeGreaterThan(2)
    flow.pages.forEach((page, index) => {
      expect(textOn(flow, index)).toContain('序号内容')
      const lines = page.marks.flatMap((mark) => (mark.kind === 'line' ? [mark.baseline] : []))
      expect(Math.min(...lines)).toBeGreaterThan(a4.bottom)
    })
    for (let index = 0; index < 80; index += 1) {
      const pages = flow.pages.filter((_, page) => textOn(flow, page).includes(`行${index}；`))
      expect(pages).toHaveLength(1)
    }
  })

  it('splits a row only when it is taller than a page, and loses nothing', () => {
    const long = Array.from({ length: 900 }, (_, index) => `第${index}句。`).join('')
    const flow = setRows([row('前'), row(long), row('后')])
    expect(flow.pages.length).toBeGreaterThan(2)
    const all = flow.pages.map((_, page) => textOn(flow, page).replace(/^续?序号内容/, '')).join('')
    expect(all.replace(/1(?=前|第0句|后)/g, '')).toBe(`前${long}后`)
  })

  it('does not part a group heading from its first row', () => {
    for (let count = 20; count < 40; count += 1) {
      const flow = setRows([
        ...Array.from({ length: count }, () => row('普通')),
        row('组名', { keepWithNext: true }),
        row('首行'),
      ])
      const page = (words: string) => flow.pages.findIndex((_, index) => textOn(flow, index).includes(words))
      expect(page('组名')).toBe(page('首行'))
    }
  })

  it('leaves both upper corners and the strip of the stamp free', () => {
    const flow = setRows(Array.from({ length: 200 }, () => row('内容')))
    for (const mark of flow.pages.flatMap((page) => page.marks)) {
      const [x0, x1, y0, y1] =
        mark.kind === 'line'
          ? [mark.x, mark.x + mark.line.width, mark.baseline - 3, mark.baseline + 10]
          : mark.kind === 'rule'
            ? [mark.from[0], mark.to[0], mark.to[1], mark.from[1]]
            : [mark.rect[0], mark.rect[2], mark.rect[1], mark.rect[3]]
      expect(y0).toBeGreaterThan(a4.stampStrip)
      if (y1 > a4.height - a4.corner.depth) {
        expect(x0).toBeGreaterThanOrEqual(a4.corner.width - 0.01)
        expect(x1).toBeLessThanOrEqual(a4.width - a4.corner.width)
      }
    }
  })

  it('tells its structure once, heads in scope, continued heads as artifacts', () => {
    const flow = setRows(Array.from({ length: 100 }, (_, index) => row(`行${index}`)))
    const [table] = flow.setting.root.children
    expect(table?.role).toBe('Table')
    expect(table?.children).toHaveLength(101)
    expect(table?.children[0]?.children.map((entry) => [entry.role, entry.scope, entry.text])).toEqual([
      ['TH', 'Column', '序号'],
      ['TH', 'Column', '内容'],
    ])
    expect(table?.children[100]?.children.map((entry) => entry.text)).toEqual(['1', '行99'])
  })
})
