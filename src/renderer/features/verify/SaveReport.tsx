import { DownOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { VerificationReport } from '../../../engine/jobs.ts'
import { useNotify } from '../../app/notify.ts'
import { MenuButton } from '../../components/MenuButton.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { useServices } from '../../services.ts'
import type { ResultProps } from './result-props.ts'
import { saveReport } from './save-report.ts'

interface SaveReportProps extends ResultProps {
  readonly report: VerificationReport
  readonly at: Date
}

/** Saves the report of a verification, for paper or for programs. */
export function SaveReport({ entry, trust, report, at }: SaveReportProps) {
  const { t } = useTranslation('verify')
  const services = useServices()
  const language = useLanguage()
  const notify = useNotify()
  const save = async (form: 'pdf' | 'json') => {
    try {
      const name = await saveReport(services, {
        entry,
        report,
        verifiedAt: at,
        form,
        language,
        ownIdentity: trust.isOwn(report.details.certificateSha256),
        name: t('report.name', { name: entry.name.replace(/\.(zip|pdf|asice)$/i, '') }),
      })
      if (name !== undefined) notify({ kind: 'done', text: t('report.saved', { name }) })
    } catch (error) {
      notify.failure(error)
    }
  }
  return (
    <MenuButton
      size="small"
      aria-label={t('report.saveOf', { name: entry.name })}
      placement="bottomRight"
      menu={{
        items: [
          { key: 'pdf', label: t('report.asPdf') },
          { key: 'json', label: t('report.asJson') },
        ],
        onClick: ({ key }) => void save(key === 'json' ? 'json' : 'pdf'),
      }}
    >
      {t('report.save')}
      <DownOutlined aria-hidden />
    </MenuButton>
  )
}
