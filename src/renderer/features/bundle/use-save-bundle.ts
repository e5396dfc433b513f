import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { beijingTime } from '../../../shared/domain/beijing-time.ts'
import { isAbort } from '../../app/error-details.ts'
import { useNotify } from '../../app/notify.ts'
import type { StoredBundle } from '../../register/bundle-records.ts'
import { useServices } from '../../services.ts'
import { saveBundle, type SavedBundle, type SaveForm } from './save-bundle.ts'

/** Saves a bundle in a form and says how what was saved stands. Throws nothing: failures are shown. */
export function useSaveBundle(): (bundle: StoredBundle, form: SaveForm) => Promise<void> {
  const { t } = useTranslation('bundle')
  const services = useServices()
  const notify = useNotify()
  const closeLast = useRef<() => void>(() => undefined)
  // Whoever goes on to another page has read it.
  useEffect(() => () => closeLast.current(), [])

  const words = (bundle: StoredBundle, { name, written }: SavedBundle): string => {
    const { signer } = bundle
    const fingerprint = (signer.certificateSha256.slice(0, 16).match(/.{4}/g) ?? []).join(' ')
    return [
      t('saved', { name }),
      ...(['pdf', 'zip', 'disc'] as const).flatMap((form) => (written[form] ? [t(`saved.${form}`)] : [])),
      signer.throwAway
        ? t('resultThrowAway')
        : t('saved.signer', { name: signer.name, fingerprint: `${fingerprint} …` }),
      t('saved.time', { time: beijingTime(bundle.createdAt) }),
    ].join('\n')
  }

  return async (bundle, form) => {
    try {
      const saved = await saveBundle(services, bundle, form)
      if (!saved) return
      const { platform } = services
      const place = { grant: saved.grant }
      const reveal = platform.reveal && (() => platform.reveal?.(place).catch(notify.failure))
      const open =
        platform.open && saved.form === 'pdf' && (() => platform.open?.(place).catch(notify.failure))
      // One at a time: several would cover what is worked on next.
      closeLast.current()
      closeLast.current = notify({
        text: words(bundle, saved),
        kind: 'done',
        // How it stands is said nowhere else, and saving takes minutes.
        seconds: 60,
        ...(reveal ? { action: { label: t('reveal'), run: reveal, stays: true } } : {}),
        ...(open ? { second: { label: t('open'), run: open, stays: true } } : {}),
      })
      if (saved.notStored !== undefined) notify.failure(saved.notStored)
    } catch (error) {
      if (isAbort(error)) notify({ text: t('saveCancelled'), kind: 'info' })
      else notify.failure(error)
    }
  }
}
