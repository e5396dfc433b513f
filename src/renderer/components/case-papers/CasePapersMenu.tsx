import { instantOf } from '../../../shared/domain/instant.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDraft } from '../../../shared/domain/case-draft.ts'
import { containerName } from '../../../shared/domain/container-name.ts'
import { useNotify } from '../../app/notify.ts'
import { localDate } from '../../i18n/formats.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useServices } from '../../services.ts'
import { calendarOf, type CasePaperKind, casePaperRequest } from './case-paper-requests.ts'
import styles from './case-papers.module.css'
import { PaperDialog } from './PaperDialog.tsx'
import { saveWritten } from './save-written.ts'

const mostNameCharacters = 60

/** Buttons for the papers on a case as it is: deadline sheet, questions for the first talk, and its calendar file. */
export function CasePapersMenu({ draft }: { readonly draft: CaseDraft }) {
  const { t } = useTranslation('workPapers')
  const { law, now, platform } = useServices()
  const language = useLanguage()
  const notify = useNotify()
  const [shown, setShown] = useState<CasePaperKind>()

  const saveCalendar = async () => {
    const text = calendarOf(draft, law, language, instantOf(now()))
    if (text === undefined) {
      notify({ text: t('calendarNone'), kind: 'warning' })
      return
    }
    try {
      const name = `${containerName(draft.caseCode, mostNameCharacters)}.ics`
      const sink = await saveWritten(platform, name, new TextEncoder().encode(text))
      if (sink) notify({ text: t('calendarSaved', { name: sink.name }), kind: 'done' })
    } catch (error) {
      notify.failure(error)
    }
  }
  return (
    <div role="group" aria-label={t('menu')} className={styles.buttons}>
      <Button onClick={() => setShown('deadlines')}>{t('deadlines')}</Button>
      <Button onClick={() => setShown('questions')}>{t('questions')}</Button>
      <Button onClick={() => void saveCalendar()}>{t('calendar')}</Button>
      {shown && (
        <PaperDialog
          title={t(`title.${shown}`)}
          fileStem={draft.caseCode}
          request={(paperLanguage, createdAt) =>
            casePaperRequest(shown, draft, law, paperLanguage, { on: localDate(now()), createdAt })
          }
          onClose={() => setShown(undefined)}
        />
      )}
    </div>
  )
}
