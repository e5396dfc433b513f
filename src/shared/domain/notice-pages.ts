import type { LawBook } from '../law/law-book.ts'
import { type NoticeProposal, readNotice } from './notice-reader.ts'

/** A proposal with the number of the page its words stand on, from 1. */
export interface PageProposal extends NoticeProposal {
  readonly page: number
}

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
  return readNotice(lines.flat(), law).map((proposal) => ({
    ...proposal,
    page:
      Math.max(
        0,
        ends.findIndex((last) => proposal.start < last),
      ) + 1,
  }))
}

/** True when a page has words; a scan or a photo has none. */
export function hasText(pages: readonly string[]): boolean {
  return pages.some((page) => /[\p{L}\p{N}]/u.test(page))
}
