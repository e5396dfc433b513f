import { FileAddOutlined, FolderOpenOutlined, ReadOutlined } from '@ant-design/icons'
import { Radio } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands.ts'
import { usePreferences } from '../../app/preferences.ts'
import { AppMark } from '../../components/AppMark.tsx'

const languages = [
  { value: 'zh', label: '中文', lang: 'zh-CN' },
  { value: 'en', label: 'English', lang: 'en' },
] as const

interface WelcomePageProps {
  readonly onSample: () => void
  readonly onNewCase: () => void
  readonly onOpenFolder: () => void
  /** The menu leads there too. */
  readonly onSettings: () => void
  readonly onAbout: () => void
}

/** The first thing a person sees: language, what this is, what stays on the machine, three ways to begin. */
export function WelcomePage(props: WelcomePageProps) {
  const { onSample, onNewCase, onOpenFolder, onSettings, onAbout } = props
  const { t } = useTranslation('vault')
  const [{ language }, change] = usePreferences()
  useCommand('case.new', onNewCase)
  useCommand('case.open-folder', onOpenFolder)
  useCommand('settings', onSettings)
  useCommand('about', onAbout)
  return (
    <main className="welcome">
      <div className="welcome-card">
        <header className="welcome-head">
          <AppMark size={64} />
          <h1>{t('welcomeTitle')}</h1>
          <Radio.Group
            className="welcome-languages"
            aria-label={t('chooseLanguage')}
            optionType="button"
            value={language === 'zh' ? 'zh' : 'en'}
            onChange={(event) => change({ language: event.target.value === 'zh' ? 'zh' : 'en' })}
          >
            {languages.map((choice) => (
              <Radio.Button key={choice.value} value={choice.value}>
                <span lang={choice.lang}>{choice.label}</span>
              </Radio.Button>
            ))}
          </Radio.Group>
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
            name={t('recordCase')}
            more={t('recordCaseMore')}
            onClick={onNewCase}
          />
          <Way
            icon={<FolderOpenOutlined aria-hidden />}
            name={t('openFolder')}
            more={t('openFolderMore')}
            onClick={onOpenFolder}
          />
        </div>
        <p className="quiet">{t('welcomeMemory')}</p>
      </div>
    </main>
  )
}

interface WayProps {
  readonly icon: ReactNode
  readonly name: string
  readonly more: string
  readonly primary?: boolean
  readonly onClick: () => void
}

function Way({ icon, name, more, primary = false, onClick }: WayProps) {
  return (
    <button type="button" className={primary ? 'way way-primary' : 'way'} onClick={onClick}>
      <span className="way-icon" aria-hidden="true">
        {icon}
      </span>
      <span className="way-name">{name}</span>
      <span className="way-more">{more}</span>
    </button>
  )
}
