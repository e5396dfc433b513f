import { useTranslation } from 'react-i18next'
import { localDate } from '../../i18n/formats.ts'
import { AppMark } from '../../components/AppMark.tsx'
import type { RecoverySheet } from '../../register/session.ts'

const steps = ['sheetHow1', 'sheetHow2', 'sheetHow3', 'sheetHow4'] as const

/** The recovery sheet as it prints: one page, never on the screen. */
export function RecoverySheetPaper({ sheet }: { readonly sheet: RecoverySheet }) {
  const { t } = useTranslation('vault')
  const { t: frame } = useTranslation('frame')
  return (
    <article className="print-sheet">
      <header className="print-head">
        <AppMark size={44} />
        <div>
          <div>{frame('product')}</div>
          <h1>{t('sheetTitle')}</h1>
        </div>
      </header>
      <h2>{t('sheetCode')}</h2>
      <ol className="print-code">
        {sheet.code.split('-').map((group, index) => (
          <li key={index}>
            <span className="print-number">{index + 1}</span>
            {group}
          </li>
        ))}
      </ol>
      <dl className="print-facts">
        <dt>{t('sheetVault')}</dt>
        <dd>{sheet.vaultId}</dd>
        <dt>{t('sheetDate')}</dt>
        <dd>{localDate(new Date(sheet.madeAt))}</dd>
        <dt>{t('sheetPlace')}</dt>
        <dd className="print-line" />
        <dt>{t('sheetKeeper')}</dt>
        <dd className="print-line" />
      </dl>
      <h2>{t('sheetHowTitle')}</h2>
      <ol className="print-steps">
        {steps.map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
    </article>
  )
}
