import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { markRequested } from '../../../../shared/domain/request-letter.ts'
import { RequestLetterDialog } from '../../../components/case-papers/RequestLetterDialog.tsx'
import { digestsOf } from '../../../register/case-summary.ts'
import { useCaseWork, useDraft } from '../case-context.ts'

/** Opens the letter that asks for what the checklist lacks, and notes in the checklist what was asked for. */
export function AskForPapers() {
  const { t } = useTranslation('workPapers')
  const { editor, readOnly, items } = useCaseWork()
  const draft = useDraft()
  const here = useMemo(() => digestsOf(items), [items])
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('letter')}</Button>
      {open && (
        <RequestLetterDialog
          draft={draft}
          here={here}
          {...(readOnly
            ? {}
            : {
                onRequested: (asked) =>
                  editor.change((now) => ({ ...now, checklist: markRequested(now.checklist ?? [], asked) }), {
                    kind: 'case.edit',
                  }),
              })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
