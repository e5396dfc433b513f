import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CaseRecord } from '../../../../shared/domain/case-record.ts'
import { lawDataDate } from '../../../../shared/law/law-book.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { useServices } from '../../../services.ts'
import { useField } from '../case-context.ts'
import { articleText } from '../crime-words.ts'
import styles from '../case.module.css'
import { CaseField } from './CaseField.tsx'

type Article = CaseRecord['crimes'][number]

/** The crimes of the law data as boxes to tick, with article, name and source. */
export function CrimesField() {
  const { t } = useTranslation('case')
  const language = useLanguage()
  const { law } = useServices()
  const [value, set] = useField('crimes')
  const chosen = Array.isArray(value) ? (value as Article[]) : []
  const source = law.crimesSource
  return (
    <CaseField path="crimes" help={t('help.crimes')} whole>
      {({ visit, readOnly, label, id }) => (
        <>
          <div id={id} role="group" aria-label={label} className={styles.boxes}>
            {law.crimes.map((crime) => (
              <Checkbox
                key={crime.article}
                disabled={readOnly}
                checked={chosen.some((article) => article === crime.article)}
                onChange={(event) => {
                  const wanted = new Set<string>(chosen)
                  if (event.target.checked) wanted.add(crime.article)
                  else wanted.delete(crime.article)
                  set(
                    law.crimes.map(({ article }) => article).filter((article) => wanted.has(article)),
                    visit(),
                  )
                }}
              >
                <span className={styles.article}>{articleText(crime.article, language, t)}</span>
                {crime[language]}
              </Checkbox>
            ))}
          </div>
          <p className={styles.source}>
            {t('crimesSource', {
              text: source.text,
              date: source.inForceFrom,
              ruleset: law.ruleset,
              updated: lawDataDate(law),
            })}
            {source.confidence !== 'confirmed' && ` ${t('crimesUnconfirmed')}`}
          </p>
        </>
      )}
    </CaseField>
  )
}
