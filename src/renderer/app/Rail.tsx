import {
  BarChartOutlined,
  FileSearchOutlined,
  FolderOpenOutlined,
  IdcardOutlined,
  SettingOutlined,
} from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { AppMark } from '../components/AppMark.tsx'
import { useUrgentCount } from './use-urgent-count.ts'

const places = [
  { path: '/cases', key: 'cases', icon: <FolderOpenOutlined /> },
  { path: '/holders', key: 'holders', icon: <IdcardOutlined /> },
  { path: '/verify', key: 'verify', icon: <FileSearchOutlined /> },
  { path: '/figures', key: 'figures', icon: <BarChartOutlined /> },
  { path: '/settings', key: 'settings', icon: <SettingOutlined /> },
] as const

interface RailProps {
  /** Moves the focus to the page, past what stands on every page. */
  readonly onSkip: () => void
}

/** The places of the window. */
export function Rail({ onSkip }: RailProps) {
  const { t } = useTranslation('frame')
  const [path] = useLocation()
  const urgent = useUrgentCount(path)
  return (
    <nav className="rail" aria-label={t('mainNavigation')}>
      <a
        className="skip-link"
        href={`#${path}`}
        onClick={(event) => {
          event.preventDefault()
          onSkip()
        }}
      >
        {t('skipToContent')}
      </a>
      <div className="rail-mark">
        <AppMark size={30} />
      </div>
      <ul className="rail-list">
        {places.map((place) => {
          const current = path === place.path || path.startsWith(`${place.path}/`)
          return (
            <li key={place.path}>
              <Link
                href={place.path}
                className="rail-link"
                aria-current={current ? 'page' : undefined}
                title={t(place.key)}
              >
                <span className="rail-icon" aria-hidden="true">
                  {place.icon}
                </span>
                <span className="rail-word">{t(place.key)}</span>
                {place.key === 'cases' && urgent > 0 && (
                  <span className="rail-badge" title={t('urgentCases', { count: urgent })}>
                    <span aria-hidden="true">{urgent > 99 ? '99+' : urgent}</span>
                    <span className="only-heard">{t('urgentCases', { count: urgent })}</span>
                  </span>
                )}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
