import { useTranslation } from 'react-i18next'
import type { CaseSummary } from '../../register/register.ts'

const most = 5

/** Which cases something is about; of many the first few. */
export function CaseNames({ rows }: { readonly rows: readonly CaseSummary[] }) {
  const { t } = useTranslation('cases')
  return (
    <ul>
      {rows.slice(0, most).map((row) => (
        <li key={row.id}>{`${row.caseCode} · ${row.brand || t('noBrand')}`}</li>
      ))}
      {rows.length > most && <li>{'…'}</li>}
    </ul>
  )
}
