import type { LawBook } from '../law/law-book.ts'
import { type NoticeProposal, readNotice } from './notice-reader.ts'

/** A proposal with the number of the page its words stand on, from 1, and what stands around them on their lines. */
export interface PageProposal extends NoticeProposal {
  readonly page: number
  readonly before: string
  readonly after: string
}

/** So many characters around the words show where they were read. */
const around = 14

/** Reads the pages of a notice as `readNotice` reads its lines; words that go over a page belong to the page they begin on. */
export function readNoticePages(
  pages: readonly string[],
  law: Pick<LawBook, 'crimes'>,
): readonly PageProposal[] {
  const lines = pages.map((page) => page.split('\n'))
  const ends: number[] = []
  let end = 0
  for (const page of lines) {
    end += page.reduce((sum, line) => sum + line.length + 1, 0)
    ends.push(end)
  }
  const text = lines.flat().join('\n')
  return readNotice(lines.flat(), law).map((proposal) => ({
    ...proposal,
    before: tail(text.slice(0, proposal.start)),
    after: [...(text.slice(proposal.end).split('\n')[0] ?? '')].slice(0, around).join(''),
    page:
      Math.max(
        0,
        ends.findIndex((last) => proposal.start < last),
      ) + 1,
  }))
}

/** The end of the last line of a text. */
function tail(text: string): string {
  return [...(text.split('\n').at(-1) ?? '')].slice(-around).join('')
}

/** True when a page has words; a scan or a photo has none. */
export function hasText(pages: readonly string[]): boolean {
  return pages.some((page) => /[\p{L}\p{N}]/u.test(page))
}
