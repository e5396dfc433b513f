import { nextActionOf } from '../../../shared/domain/case-board.ts'
import type { BoardFacts } from '../../../shared/domain/board-facts.ts'
import { firstGap } from './asked-place.ts'

/** A page of a case and, where there is one thing to fill in, its place. */
export interface NextPlace {
  readonly page: 'overview' | 'checklist' | 'dates' | 'bundle' | 'log'
  readonly place?: string
}

/** Where the next action of a case is done. */
export function nextPlaceOf(facts: BoardFacts): NextPlace {
  switch (nextActionOf(facts)) {
    case 'return-office-receipt':
      return { page: 'overview', place: 'notice.receiptReturnedOn' }
    case 'complete-case':
      return { page: 'overview', place: firstGap }
    case 'ask-for-day':
      return {
        page: 'overview',
        place: facts.stage === 'investigation' ? 'police.dueOn' : 'notice.replyDueOn',
      }
    case 'gather-papers': {
      const [first] = facts.blocking
      return { page: 'checklist', ...(first === undefined ? {} : { place: `checklist.${first}` }) }
    }
    case 'hand-in':
      return { page: 'bundle' }
    case 'chase-receipt':
      return { page: 'log', place: 'part:submissions' }
    case 'follow-up':
      return { page: 'log', place: 'part:contacts' }
    case 'close-tasks':
    case 'close-case':
      return { page: 'log', place: 'part:closing' }
  }
}
