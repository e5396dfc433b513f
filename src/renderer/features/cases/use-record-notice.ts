import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { draftOfNotice, type NoticeFacts } from '../../../shared/domain/record-notice.ts'
import { blankDraft } from '../../../shared/domain/case-draft.ts'
import type { HolderProfile } from '../../../shared/domain/holder-profile.ts'
import { useNotify } from '../../app/notify.ts'
import { nextCaseCode } from '../../components/cases/case-codes.ts'
import { takeOwnPapersIn } from '../../components/notice/take-own-papers-in.ts'
import { leftOutWords } from '../../components/papers/left-out-words.ts'
import { takeHolder } from '../../components/papers/library-actions.ts'
import { localDate } from '../../i18n/formats.ts'
import type { PickedFile } from '../../platform/platform.ts'
import { useServices } from '../../services.ts'

/** What a person gave when a notice was recorded. */
export interface RecordedNotice extends NoticeFacts {
  readonly holder: HolderProfile | undefined
  readonly files: readonly PickedFile[]
}

/** Recording a notice: whether its form is open, and how it becomes a case, which is opened then. */
export function useRecordNotice() {
  const { t } = useTranslation('notice')
  const { t: ofLibrary } = useTranslation('library')
  const services = useServices()
  const notify = useNotify()
  const [, go] = useLocation()
  const [isOpen, setOpen] = useState(false)

  const record = async ({ holder, files, ...facts }: RecordedNotice) => {
    const { session, now, newId, jobs } = services
    if (!(await session.whenStorable())) return
    const today = localDate(now())
    const register = session.register()
    const code = await nextCaseCode(register.cases, today)
    const id = await register.cases.create(draftOfNotice(blankDraft(code, 'zh', newId), facts))
    // The case is there: what fails now is told, and can be done again in it.
    let leftOut: readonly string[] = []
    try {
      if (holder) {
        const taken = await takeHolder({ ...services, register, today }, id, holder)
        leftOut = leftOutWords(ofLibrary, taken.leftOut)
      }
      if (files.length > 0) {
        const taken = await jobs.run('take-in', code, (job) => takeOwnPapersIn(services, id, files, job))
        for (const failure of taken.failures) notify.failure(failure)
      }
    } catch (error) {
      notify.failure(error)
    }
    setOpen(false)
    notify({
      kind: leftOut.length > 0 ? 'warning' : 'done',
      text: [t('recorded', { brand: facts.brand }), ...leftOut].join('\n'),
    })
    go(`/cases/${id}/overview`)
  }
  return { isOpen, open: () => setOpen(true), close: () => setOpen(false), record }
}
