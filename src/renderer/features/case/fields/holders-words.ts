import type { CasePath } from '../case-path.ts'

/** Places where a person writes down what the office or the police said; their words are not judged. */
const officeWords =
  /^(notice\.|police\.(agency|officer|phone|requestNumber|asked)$|contacts\[|suspects\[|milestones\[)/

/** True where the text of a place is the holder's own, so that its wording is looked at. */
export function isHoldersText(path: CasePath): boolean {
  return !officeWords.test(path)
}
