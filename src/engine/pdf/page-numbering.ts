import type { ObjectWriter } from './object-writer.ts'

const fan = 32

interface TreeNode {
  readonly number: number
  readonly kids: readonly number[]
  readonly count: number
  parent: number
}

/** Object numbers of all pages and of a balanced tree above them, fixed before a page is written. */
export class PageNumbering {
  readonly count: number
  readonly root: number
  readonly #first: number
  readonly #nodes: TreeNode[] = []

  constructor(count: number, writer: ObjectWriter) {
    if (count === 0) throw new Error('a bundle has at least one page')
    this.count = count
    this.#first = writer.allocate(count)
    let level: { number: number; count: number; node?: TreeNode }[] = Array.from(
      { length: count },
      (_, index) => ({ number: this.#first + index, count: 1 }),
    )
    do {
      const above: typeof level = []
      for (let start = 0; start < level.length; start += fan) {
        const kids = level.slice(start, start + fan)
        const node: TreeNode = {
          number: writer.allocate(),
          kids: kids.map((kid) => kid.number),
          count: kids.reduce((sum, kid) => sum + kid.count, 0),
          parent: 0,
        }
        for (const kid of kids) if (kid.node) kid.node.parent = node.number
        this.#nodes.push(node)
        above.push({ number: node.number, count: node.count, node })
      }
      level = above
    } while (level.length > 1)
    this.root = level[0]?.number ?? 0
  }

  /** Object number of the page at a zero-based index. */
  page(index: number): number {
    return this.#first + index
  }

  /** Object number of that page's /Parent: leaf nodes come first, in order. */
  parent(index: number): number {
    return this.#nodes[Math.floor(index / fan)]?.number ?? 0
  }

  /** Writes the /Pages nodes. */
  write(writer: ObjectWriter): void {
    for (const node of this.#nodes) {
      const parent = node.parent === 0 ? '' : `/Parent ${node.parent} 0 R`
      const kids = node.kids.map((kid) => `${kid} 0 R`).join(' ')
      writer.object(node.number, `<</Type/Pages${parent}/Count ${node.count}/Kids[${kids}]>>`)
    }
  }
}
