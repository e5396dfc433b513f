import { Radio } from 'antd'
import { usePreferences } from '../app/preferences.ts'
import { sentenceLanguage } from '../i18n/language.ts'

const languages = [
  { value: 'zh', label: '中文', lang: 'zh-CN' },
  { value: 'en', label: 'English', lang: 'en' },
] as const

interface LanguageChoiceProps {
  readonly className?: string
  readonly 'aria-label'?: string
  readonly 'aria-labelledby'?: string
}

/** The language of the window, each by its own name; changes at once. */
export function LanguageChoice({ className = '', ...named }: LanguageChoiceProps) {
  const [{ language }, change] = usePreferences()
  return (
    <Radio.Group
      {...named}
      className={className}
      optionType="button"
      value={sentenceLanguage(language)}
      onChange={(event) => change({ language: event.target.value === 'zh' ? 'zh' : 'en' })}
    >
      {languages.map((choice) => (
        <Radio.Button key={choice.value} value={choice.value}>
          <span lang={choice.lang}>{choice.label}</span>
        </Radio.Button>
      ))}
    </Radio.Group>
  )
}
