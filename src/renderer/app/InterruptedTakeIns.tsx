import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../i18n/formats.ts'
import { useSession } from '../register/use-session.ts'
import { useServices } from '../services.ts'
import { useNotify } from './notify.ts'

/** Tells once, when the vault is open to be written to, what taking in the end of a window cut off. */
export function InterruptedTakeIns() {
  const { t } = useTranslation('jobs')
  const { session } = useServices()
  const formats = useFormats()
  const notify = useNotify()
  const state = useSession()
  const writable = state.kind === 'open' && !state.readOnly
  useEffect(() => {
    if (!writable) return
    const tell = async () => {
      const { cases, takeIns } = session.register()
      for (const mark of await takeIns.takeInterrupted()) {
        const found = await cases.get(mark.caseId)
        if (!found || found.state === 'trashed') continue
        const { brand, caseCode } = found.draft
        notify({
          kind: 'warning',
          seconds: Infinity,
          text: t('interrupted', {
            case: (brand ?? '').trim() || caseCode,
            stored: formats.number(mark.stored),
            total: formats.number(mark.total),
          }),
          action: {
            label: t('interruptedCase'),
            run: () => {
              location.hash = `#/cases/${mark.caseId}/evidence`
            },
          },
        })
      }
    }
    tell().catch(notify.failure)
    // Told once, in the language the window has then.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [writable, session])
  return null
}
