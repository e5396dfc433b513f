import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useLayoutEffect, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceLanguage } from '../i18n/language.ts'
import { useServices } from '../services.ts'
import { antdTheme } from '../style/theme.ts'
import { usePreferences } from './preferences.ts'
import { useStillness, useSystemDark } from './system-settings.ts'

/** A place of their own for dialogs: in the body antd would add a style element without the nonce to stop its scrolling. */
const overlays = () => document.getElementById('overlays') ?? document.body

interface LooksProps {
  /** Lets antd add its style elements under the content security policy. */
  readonly nonce: string
  readonly children: ReactNode
}

/** Theme and language of everything inside; both change at once when chosen. */
export function Looks({ nonce, children }: LooksProps) {
  const { platform } = useServices()
  const [{ theme: choice, language }] = usePreferences()
  const { t, i18n } = useTranslation('frame')
  const systemDark = useSystemDark()
  const still = useStillness()
  const theme = choice === 'system' ? (systemDark ? 'dark' : 'light') : choice
  const spoken = sentenceLanguage(language)
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  useLayoutEffect(() => {
    document.documentElement.lang = spoken === 'zh' ? 'zh-CN' : 'en'
    dayjs.locale(spoken === 'zh' ? 'zh-cn' : 'en')
    platform.setLanguage(spoken)
    void i18n.changeLanguage(language)
  }, [i18n, language, platform, spoken])
  const config = useMemo(() => antdTheme(theme, still), [theme, still])
  const csp = useMemo(() => ({ nonce }), [nonce])
  return (
    <ConfigProvider
      theme={config}
      csp={csp}
      getPopupContainer={overlays}
      locale={spoken === 'zh' ? zhCN : enUS}
      wave={{ disabled: true }}
      modal={{ closable: { 'aria-label': t('close') } }}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  )
}
