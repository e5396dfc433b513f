import { useTranslation } from 'react-i18next'
import { containerName } from '../../../shared/domain/container-name.ts'
import type { ResponseGrouping, ResponseTable } from '../../../shared/domain/response-rate.ts'
import { responseCsv } from '../../../shared/messages/response-csv.ts'
import { useNotify } from '../../app/notify.ts'
import { saveWritten } from '../../components/case-papers/save-written.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useServices } from '../../services.ts'

const mostNameCharacters = 60

/** Saves the table of answers as CSV for a spreadsheet where the person chooses. Failures are shown. */
export function useSaveCsv(): (
  table: ResponseTable,
  by: ResponseGrouping,
  on: string,
  nameOf: (key: string) => string,
) => Promise<void> {
  const { t } = useTranslation('figures')
  const { platform } = useServices()
  const language = useLanguage()
  const notify = useNotify()
  return async (table, by, on, nameOf) => {
    try {
      const name = containerName(`${t('csvName')}_${t(`by.${by}`)}_${on}`, mostNameCharacters)
      const bytes = new TextEncoder().encode(responseCsv(table, by, language, nameOf))
      const sink = await saveWritten(platform, `${name}.csv`, bytes)
      if (sink) notify({ text: t('csvSaved', { name: sink.name }), kind: 'done' })
    } catch (error) {
      notify.failure(error)
    }
  }
}
