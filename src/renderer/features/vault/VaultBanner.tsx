import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNotify } from '../../app/notify.ts'
import { useRunCommand } from '../../app/commands.ts'
import { useSession } from '../../register/use-session.ts'
import { useServices } from '../../services.ts'

/** Above every page: that nothing is stored yet, or that another window has the register. */
export function VaultBanner() {
  const { t } = useTranslation('frame')
  const { t: vault } = useTranslation('vault')
  const { session } = useServices()
  const notify = useNotify()
  const run = useRunCommand()
  const state = useSession()
  const takeOver = async () => {
    try {
      await session.takeOver()
      notify({ text: vault('tookOver') })
    } catch (error) {
      notify.failure(error)
    }
  }
  if (state.kind === 'memory')
    return (
      <section className="banner" aria-label={t('memoryBanner')}>
        <span className="banner-title">{t('memoryBanner')}</span>
        <span className="banner-text">{t('memoryBannerMore')}</span>
        <Button size="small" type="primary" onClick={() => run('vault.create')}>
          {t('memoryBannerAction')}
        </Button>
      </section>
    )
  if (state.kind === 'open' && state.readOnly)
    return (
      <section className="banner banner-warning" aria-label={t('readOnlyBanner')}>
        <span className="banner-title">{t('readOnlyBanner')}</span>
        <span className="banner-text">{t('readOnlyBannerMore')}</span>
        <Button size="small" onClick={() => void takeOver()}>
          {t('takeOver')}
        </Button>
      </section>
    )
  return null
}
