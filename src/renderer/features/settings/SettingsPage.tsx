import { useEffect, useRef, type ComponentType, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { AboutSection } from './AboutSection.tsx'
import { LawSection } from './LawSection.tsx'
import { LogSection } from './LogSection.tsx'
import { LooksSection } from './LooksSection.tsx'
import { SafetySection } from './SafetySection.tsx'
import { StorageSection } from './StorageSection.tsx'

const sections = ['looks', 'safety', 'identities', 'law', 'storage', 'log', 'about'] as const
type SectionName = (typeof sections)[number]

const contents: Readonly<Record<Exclude<SectionName, 'identities'>, ComponentType>> = {
  looks: LooksSection,
  safety: SafetySection,
  law: LawSection,
  storage: StorageSection,
  log: LogSection,
  about: AboutSection,
}

interface SettingsPageProps {
  readonly section: string | undefined
  /** The section of another feature. */
  readonly identities: ReactNode
}

/** All settings on one page; `section` is the one to begin at. */
export function SettingsPage({ section, identities }: SettingsPageProps) {
  const { t } = useTranslation('settings')
  const page = useRef<HTMLDivElement>(null)
  const wanted = sections.find((name) => name === section)
  useEffect(() => {
    if (!wanted) return
    const heading = page.current?.querySelector<HTMLElement>(`#settings-${wanted}`)
    heading?.scrollIntoView({ block: 'start' })
    heading?.focus({ preventScroll: true })
  }, [wanted])
  return (
    <div className="page settings" ref={page}>
      <nav className="settings-nav" aria-label={t('sections')}>
        <h1>{t('title')}</h1>
        <ul>
          {sections.map((name) => (
            <li key={name}>
              <Link
                href={`/settings/${name}`}
                className="settings-link"
                aria-current={name === (wanted ?? 'looks') ? 'true' : undefined}
              >
                {t(`section.${name}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="settings-sections">
        {sections.map((name) => {
          const Content = name === 'identities' ? undefined : contents[name]
          return (
            <section key={name} className="settings-section" aria-labelledby={`settings-${name}`}>
              <h2 id={`settings-${name}`} tabIndex={-1}>
                {t(`section.${name}`)}
              </h2>
              {Content ? <Content /> : identities}
            </section>
          )
        })}
      </div>
    </div>
  )
}
