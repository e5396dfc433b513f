import { Failure } from '../../../../shared/contract/failure.ts'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { SplitCase } from '../../../../shared/domain/split-case.ts'
import { useNotify } from '../../../app/notify.ts'
import { nextCaseCode } from '../../../components/cases/case-codes.ts'
import { localDate } from '../../../i18n/formats.ts'
import { useServices } from '../../../services.ts'
import { useCaseWork } from '../case-context.ts'

/** How a case that was made of a part of this one is stored, with the items of its groups, and opened. */
export function useNewCase() {
  const { t } = useTranslation('notice')
  const services = useServices()
  const notify = useNotify()
  const [, go] = useLocation()
  const { case: stored, editor, items } = useCaseWork()
  return async (make: (caseCode: string) => SplitCase): Promise<void> => {
    const { session, now } = services
    if (!(await editor.settled())) throw new Failure('register.not-stored')
    const register = session.register()
    const code = await nextCaseCode(register.cases, localDate(now()))
    const { draft, groups } = make(code)
    const copied = items
      .filter((item) => !item.trashed && item.caseId === stored.id)
      .flatMap(({ groupId, contentId, original, details, rotation }) => {
        const to = groups.get(groupId)
        return to === undefined ? [] : [{ groupId: to, contentId, original, details, rotation }]
      })
    const id = await register.cases.create(draft, { items: copied })
    notify({ kind: 'done', text: t('madeCase', { code }) })
    go(`/cases/${id}/overview`)
  }
}
