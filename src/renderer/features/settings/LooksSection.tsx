import { Input, Radio } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../../app/preferences.ts'
import { LanguageChoice } from '../../components/LanguageChoice.tsx'

const themes = ['system', 'light', 'dark'] as const

/** Language, theme and the name of the person; all change at once. */
export function LooksSection() {
  const { t } = useTranslation('settings')
  const [{ theme, personName }, change] = usePreferences()
  return (
    <div className="stack">
      <ChoiceField label={t('language')} help={t('languageHelp')}>
        {(labelled) => <LanguageChoice {...labelled} />}
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
      <ChoiceField label={t('personName')} help={t('personNameHelp')}>
        {(labelled) => (
          <Input
            {...labelled}
            style={{ maxWidth: 280 }}
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            value={personName}
            onChange={(event) => change({ personName: event.target.value })}
          />
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
