import { CalendarOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { readHolidays } from '../../../shared/domain/read-holidays.ts'
import { textsInForce } from '../../../shared/law/deadlines.ts'
import { lawDataDate } from '../../../shared/law/law-book.ts'
import { explainFinding } from '../../../shared/messages/explain.ts'
import { useNotify } from '../../app/notify.ts'
import { localDate } from '../../i18n/formats.ts'
import { useLanguage } from '../../i18n/language.ts'
import { pickFile } from '../../platform/pick-files.ts'
import { useServices } from '../../services.ts'

/** Which law data the window judges by, and the years whose holidays it knows; further years come as a file. */
export function LawSection() {
  const { t } = useTranslation('settings')
  const { law, lawStore, session, now } = useServices()
  const today = localDate(now())
  const language = useLanguage()
  const notify = useNotify()
  const judgeAnew = async () => {
    const state = session.state()
    if (state.kind === 'open' && !state.readOnly) await session.register().cases.judgeAnew()
  }
  const attempt = async (run: () => Promise<void>) => {
    try {
      await run()
    } catch (error) {
      notify.failure(error)
    }
  }
  const add = () =>
    attempt(async () => {
      const picked = await pickFile(['.json'])
      if (!picked) return
      const read = readHolidays(await picked.text())
      if (!read.ok) {
        const words = read.findings.slice(0, 3).map((found) => explainFinding(found, language, 'window'))
        notify({ text: [t('holidaysRefused'), ...words].join(' '), kind: 'warning' })
        return
      }
      lawStore.addHolidays(read.holidays)
      const years = read.holidays.years.map(({ year }) => year).join(', ')
      notify({ text: t('holidaysAdded', { years }), kind: 'done' })
      await judgeAnew()
    })
  const reset = () =>
    attempt(async () => {
      lawStore.reset()
      notify({ text: t('holidaysResetDone'), kind: 'done' })
      await judgeAnew()
    })
  return (
    <div className="stack">
      <p>{t('lawInforms', { ruleset: law.ruleset, date: lawDataDate(law) })}</p>
      <h3>{t('textsInForce', { date: today })}</h3>
      <ul data-own-words>
        {textsInForce(law, today).map((text) => (
          <li key={text.id}>
            {text[language]}
            {text.confidence !== 'confirmed' && ` · ${t(`lawConfidence.${text.confidence}`)}`}
            {text.note && <div className="quiet">{text.note[language]}</div>}
          </li>
        ))}
      </ul>
      <h3>{t('holidays')}</h3>
      <dl className="facts">
        {law.holidays.years.map(({ year, source }) => (
          <Fragment key={year}>
            <dt>{t('holidaysOf', { year })}</dt>
            <dd>
              {source.text} · {source.issuedOn} · {t(`lawConfidence.${source.confidence}`)}
            </dd>
          </Fragment>
        ))}
      </dl>
      <p className="quiet">{t('holidaysHelp')}</p>
      <div className="button-row">
        <Button icon={<CalendarOutlined aria-hidden />} onClick={() => void add()}>
          {t('holidaysAdd')}
        </Button>
        {lawStore.hasAdded() && <Button onClick={() => void reset()}>{t('holidaysReset')}</Button>}
      </div>
    </div>
  )
}
