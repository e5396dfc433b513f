import { FileAddOutlined, FileSearchOutlined, FolderOpenOutlined, ReadOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { recordNoticeCommand, useCommand, usePageCommand } from '../../app/commands.ts'
import { AppMark } from '../../components/AppMark.tsx'
import { LanguageChoice } from '../../components/LanguageChoice.tsx'
import { Way } from '../../components/Way.tsx'

interface WelcomePageProps {
  readonly onSample: () => void
  readonly onRecordNotice: () => void
  readonly onBlankCase: () => void
  readonly onOpenFolder: () => void
  readonly onVerify: () => void
  /** The menu leads there too. */
  readonly onSettings: () => void
  readonly onAbout: () => void
}

/** The first thing a person sees: language, what this is, what stays on the machine, and the ways to begin. */
export function WelcomePage(props: WelcomePageProps) {
  const { onSample, onRecordNotice, onBlankCase, onOpenFolder, onVerify, onSettings, onAbout } = props
  const { t } = useTranslation('vault')
  const { t: inNotice } = useTranslation('notice')
  useCommand('case.new', onBlankCase)
  usePageCommand({ ...recordNoticeCommand, label: inNotice('record'), run: onRecordNotice })
  useCommand('case.open-folder', onOpenFolder)
  useCommand('verify', onVerify)
  useCommand('settings', onSettings)
  useCommand('about', onAbout)
  return (
    <main className="welcome">
      <div className="welcome-card">
        <header className="welcome-head">
          <AppMark size={64} />
          <h1>{t('welcomeTitle')}</h1>
          <LanguageChoice className="welcome-languages" aria-label={t('chooseLanguage')} />
        </header>
        <p className="welcome-lead">{t('welcomeLead')}</p>
        <p>{t('welcomeHow')}</p>
        <section className="welcome-local" aria-labelledby="welcome-local">
          <h2 id="welcome-local">{t('welcomeLocalTitle')}</h2>
          <p>{t('welcomeLocalText')}</p>
        </section>
        <div className="welcome-ways">
          <Way
            primary
            icon={<ReadOutlined aria-hidden />}
            name={t('lookAtSample')}
            more={t('lookAtSampleMore')}
            onClick={onSample}
          />
          <Way
            icon={<FileAddOutlined aria-hidden />}
            name={t('recordNotice')}
            more={t('recordNoticeMore')}
            onClick={onRecordNotice}
          />
          <Way
            icon={<FolderOpenOutlined aria-hidden />}
            name={t('openFolder')}
            more={t('openFolderMore')}
            onClick={onOpenFolder}
          />
          <Way
            icon={<FileSearchOutlined aria-hidden />}
            name={t('verifyReceived')}
            more={t('verifyReceivedMore')}
            onClick={onVerify}
          />
        </div>
        <p className="quiet">{t('welcomeMemory')}</p>
      </div>
    </main>
  )
}
