import { useEffect, useState } from 'react'
import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import notices from '../../../../THIRD_PARTY_NOTICES.md?raw'
import type { About } from '../../../shared/contract/bridge.ts'
import { lawDataDate } from '../../../shared/law/law-book.ts'
import { useFormats } from '../../i18n/formats.ts'
import { useServices } from '../../services.ts'
import { NoticesText } from './NoticesText.tsx'

/** Version, licences, law data and limits. */
export function AboutSection() {
  const { t } = useTranslation('settings')
  const { t: frame } = useTranslation('frame')
  const { platform } = useServices()
  const [about, setAbout] = useState<About>()
  const [showsNotices, showNotices] = useState(false)
  useEffect(() => {
    let gone = false
    platform.about().then(
      (found) => {
        if (!gone) setAbout(found)
      },
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [platform])
  return (
    <div className="stack">
      <dl className="facts">
        <dt>{t('version')}</dt>
        <dd>
          {frame('product')} {about?.version}
        </dd>
        <dt>{t('runtime')}</dt>
        <dd>
          {Object.entries(about?.runtime ?? {})
            .map(([name, version]) => `${name} ${version}`)
            .join(' · ')}
        </dd>
        <dt>{t('license')}</dt>
        <dd>
          <div>{t('licenseText')}</div>
          <Button type="link" className="button-inline" onClick={() => showNotices(true)}>
            {t('notices')}
          </Button>
        </dd>
      </dl>
      <LawFacts />
      <LimitFacts />
      <Modal
        open={showsNotices}
        title={t('notices')}
        footer={null}
        width={900}
        onCancel={() => showNotices(false)}
      >
        <NoticesText markdown={notices} />
      </Modal>
    </div>
  )
}

function LawFacts() {
  const { t } = useTranslation('settings')
  const { law } = useServices()
  const sources = [law.crimesSource, law.evidenceKindsSource, law.maxAgents.source]
  return (
    <section className="stack-tight">
      <h3>{t('law')}</h3>
      <p>{t('lawRuleset', { ruleset: law.ruleset, date: lawDataDate(law) })}</p>
      <p className="quiet">{t('lawNote')}</p>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('law')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('lawSource')}</th>
              <th scope="col">{t('lawSince')}</th>
              <th scope="col">{t('lawConfidence')}</th>
            </tr>
          </thead>
          <tbody>
            {sources.map((source) => (
              <tr key={source.text}>
                <td lang="zh-CN">{source.text}</td>
                <td className="nowrap">{source.inForceFrom}</td>
                <td>{t(`confidence.${source.confidence}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function LimitFacts() {
  const { t } = useTranslation('settings')
  const { limits } = useServices()
  const formats = useFormats()
  return (
    <section className="stack-tight">
      <h3>{t('limits')}</h3>
      <dl className="facts">
        <dt>{t('limitItems')}</dt>
        <dd>{t('limitItemsValue', { number: formats.number(limits.maxItems) })}</dd>
        <dt>{t('limitPages')}</dt>
        <dd>{t('limitPagesValue', { number: formats.number(limits.maxPages) })}</dd>
        <dt>{t('limitBytes')}</dt>
        <dd>{formats.size(limits.maxBytes)}</dd>
        <dt>{t('limitPreview')}</dt>
        <dd>{formats.size(limits.maxItemBytesForPages)}</dd>
      </dl>
    </section>
  )
}
