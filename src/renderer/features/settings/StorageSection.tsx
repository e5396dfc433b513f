import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../register/use-session.ts'
import { useFormats } from '../../i18n/formats.ts'
import { useServices } from '../../services.ts'

interface Sizes {
  readonly originals: { readonly count: number; readonly bytes: number } | undefined
  readonly onDisk: number | undefined
}

/** How much the register holds and takes. */
export function StorageSection() {
  const { t } = useTranslation('settings')
  const formats = useFormats()
  const state = useSession()
  const sizes = useSizes(state.kind)
  if (!sizes) return null
  const { originals, onDisk } = sizes
  return (
    <dl className="facts">
      <dt>{t('originals')}</dt>
      <dd>
        {originals
          ? t('originalsHeld', { count: originals.count, size: formats.size(originals.bytes) })
          : t('notMeasured')}
      </dd>
      <dt>{t('onDisk')}</dt>
      <dd>
        {state.kind === 'memory'
          ? t('inMemory')
          : onDisk === undefined
            ? t('notMeasured')
            : formats.size(onDisk)}
        <div className="field-help">{t('onDiskHelp')}</div>
      </dd>
    </dl>
  )
}

function useSizes(kind: string): Sizes | undefined {
  const { session } = useServices()
  const [sizes, setSizes] = useState<Sizes>()
  useEffect(() => {
    let gone = false
    const measure = async () => {
      const originals = await session
        .register()
        .contents.usage()
        .catch(() => undefined)
      const estimate = await navigator.storage?.estimate?.().catch(() => undefined)
      if (!gone) setSizes({ originals, onDisk: estimate?.usage })
    }
    void measure()
    return () => {
      gone = true
    }
  }, [session, kind])
  return sizes
}
