import { Radio } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../../app/preferences.ts'
import { sentenceLanguage } from '../../i18n/language.ts'

const languages = [
  { value: 'zh', label: '中文', lang: 'zh-CN' },
  { value: 'en', label: 'English', lang: 'en' },
] as const
const themes = ['system', 'light', 'dark'] as const

/** Language and theme; both change at once. */
export function LooksSection() {
  const { t } = useTranslation('settings')
  const [{ language, theme }, change] = usePreferences()
  return (
    <div className="stack">
      <ChoiceField label={t('language')} help={t('languageHelp')}>
        {(labelled) => (
          <Radio.Group
            {...labelled}
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
        )}
      </ChoiceField>
      <ChoiceField label={t('theme')}>
        {(labelled) => (
          <Radio.Group
            {...labelled}
            optionType="button"
            value={theme}
            onChange={(event) => {
              const chosen = themes.find((name) => name === event.target.value)
              if (chosen) change({ theme: chosen })
            }}
          >
            {themes.map((name) => (
              <Radio.Button key={name} value={name}>
                {t(`theme.${name}`)}
              </Radio.Button>
            ))}
          </Radio.Group>
        )}
      </ChoiceField>
    </div>
  )
}

interface ChoiceFieldProps {
  readonly label: string
  readonly help?: string
  readonly children: (labelled: { readonly 'aria-labelledby': string }) => ReactNode
}

function ChoiceField({ label, help, children }: ChoiceFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <span className="field-label" id={id}>
        {label}
      </span>
      {children({ 'aria-labelledby': id })}
      {help !== undefined && <span className="field-help">{help}</span>}
    </div>
  )
}
