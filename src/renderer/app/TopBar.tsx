import { LockOutlined, SearchOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { JobIndicator } from '../components/JobIndicator.tsx'
import { useFormats } from '../i18n/formats.ts'
import { sentenceLanguage } from '../i18n/language.ts'
import { useCommands, useRunCommand } from './commands.ts'
import { usePreferences } from './preferences.ts'
import { useSaveState } from './save-state.tsx'
import { ShortcutKeys } from './ShortcutKeys.tsx'

/** Search, the job under way, whether everything is saved, language, lock. */
export function TopBar() {
  const { t } = useTranslation('frame')
  const run = useRunCommand()
  const [{ language }, change] = usePreferences()
  const canLock = useCommands().some((command) => command.id === 'lock' && command.enabled)
  return (
    <header className="top-bar" aria-label={t('topBar')}>
      <button type="button" className="top-search" onClick={() => run('search')}>
        <SearchOutlined aria-hidden="true" />
        <span className="top-search-words">{t('searchOrCommand')}</span>
        <ShortcutKeys shortcut="Mod+K" />
      </button>
      <div className="top-room" />
      <JobIndicator />
      <SaveStateText />
      <Button
        type="text"
        size="small"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        aria-label={t('switchLanguageName')}
        onClick={() => change({ language: sentenceLanguage(language) === 'zh' ? 'en' : 'zh' })}
      >
        {t('switchLanguage')}
      </Button>
      {canLock && (
        <Button type="text" size="small" icon={<LockOutlined aria-hidden />} onClick={() => run('lock')}>
          <span className="top-lock-word">{t('lock')}</span>
        </Button>
      )}
    </header>
  )
}

function SaveStateText() {
  const { t } = useTranslation('frame')
  const formats = useFormats()
  const { pending, savedAt, failed } = useSaveState()
  if (pending > 0) return <span className="save-state">{t('saving')}</span>
  if (failed) return <span className="save-state save-state-failed">{t('notSaved')}</span>
  if (!savedAt) return null
  return <span className="save-state">{t('savedAt', { time: formats.time(savedAt) })}</span>
}
