import type { CaseDraft } from '../../../../shared/domain/case-draft.ts'
import type { Deadline } from '../../../../shared/domain/deadline.ts'

const named = new Set(['notice.reply', 'police.reply'])

/** The days of a case with those of the answer first, named by an office or set by the person; each part keeps its order. */
export function replyFirst(
  deadlines: readonly Deadline[],
  { userDates = [] }: Pick<CaseDraft, 'userDates'>,
): readonly Deadline[] {
  const goals = new Set(
    userDates.flatMap(({ kind }, index) => (kind === 'reply' ? [`userDates[${index}].on`] : [])),
  )
  const isReply = ({ code, path }: Deadline) => named.has(code) || (path !== undefined && goals.has(path))
  return [...deadlines.filter(isReply), ...deadlines.filter((deadline) => !isReply(deadline))]
}
