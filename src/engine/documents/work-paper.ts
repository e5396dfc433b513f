import type { FontFiles } from '../layout/typefaces.ts'
import type { Bytes } from '../ports.ts'
import { deadlineSheet, type DeadlineSheetRequest } from './deadline-sheet.ts'
import { obstaclePaper, type ObstaclePaperRequest } from './obstacle-paper.ts'
import { questionList, type QuestionListRequest } from './question-list.ts'
import { responsePaper, type ResponsePaperRequest } from './response-paper.ts'

/** A paper about the work, to be printed or kept; none of them belongs to a bundle. */
export type WorkPaperRequest =
  | ({ readonly kind: 'deadlines' } & DeadlineSheetRequest)
  | ({ readonly kind: 'questions' } & QuestionListRequest)
  | ({ readonly kind: 'response' } & ResponsePaperRequest)
  | ({ readonly kind: 'obstacles' } & ObstaclePaperRequest)

/** Writes a paper about the work as a PDF. The same request gives the same bytes. */
export function workPaper(request: WorkPaperRequest, fonts: FontFiles): Promise<Bytes> {
  switch (request.kind) {
    case 'deadlines':
      return deadlineSheet(request, fonts)
    case 'questions':
      return questionList(request, fonts)
    case 'response':
      return responsePaper(request, fonts)
    case 'obstacles':
      return obstaclePaper(request, fonts)
  }
}
