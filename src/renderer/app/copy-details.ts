import { useTranslation } from 'react-i18next'
import { useServices } from '../services.ts'
import { copyText } from './clipboard.ts'
import { errorDetails } from './error-details.ts'
import { useNotify } from './notify.ts'

/** Copies the details of an error (codes and versions) and says whether it worked. */
export function useCopyDetails(): (error: unknown) => Promise<void> {
  const services = useServices()
  const { t } = useTranslation('frame')
  const notify = useNotify()
  return async (error) => {
    const about = await services.platform.about().catch(() => undefined)
    const copied = await copyText(errorDetails(error, about, services.now()))
    notify(
      copied
        ? { text: t('detailsCopied'), kind: 'done', evenLocked: true }
        : { text: t('detailsNotCopied'), kind: 'warning', evenLocked: true },
    )
  }
}
