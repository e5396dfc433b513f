import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useAnnounce } from '../../app/announce.ts'
import { useNotify } from '../../app/notify.ts'
import { usePreferences } from '../../app/preferences.ts'
import { openDialog } from '../../app/use-focus-return.ts'
import type { HandedGroup } from '../../platform/platform.ts'
import { useServices } from '../../services.ts'
import { emptyFolder, type NamedSubject, subjectsOf } from './subjects.ts'
import { verifyDesk } from './verify-desk.ts'

/**
 * Verifies what the program was handed by its path, as if it had been dropped on the page, and goes there, or offers to
 * while a dialog is open. Stands where the register may be seen: until then what was handed over waits.
 */
export function HandedOver() {
  const { t } = useTranslation('verify')
  const services = useServices()
  const { platform } = services
  const notify = useNotify()
  const announce = useAnnounce()
  const [, change] = usePreferences()
  const [, go] = useLocation()

  const show = () => {
    // What is being typed is stored when its field is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    change({ welcomed: true })
    go('/verify')
  }
  const offer = useRef<() => void>(undefined)
  const goThere = () => {
    offer.current?.()
    offer.current = undefined
    if (!openDialog()) return show()
    // What is typed in it would be lost, and where it leads to is the person's own next step.
    offer.current = notify({
      kind: 'info',
      text: t('handed.dialog'),
      seconds: Infinity,
      action: { label: t('handed.show'), run: () => (openDialog() ? goThere() : show()) },
    })
  }
  const take = async () => {
    // Asked first: what was taken must not be lost when the vault is locked meanwhile.
    const trusted = await services.session.register().signers.all()
    const { groups = [], refused = [] } = (await platform.takeHanded?.()) ?? {}
    const subjects = groups.flatMap((group) => subjectsIn(group, t('part.results')))
    for (const failure of refused) notify.failure(failure)
    if (subjects.length > 0) {
      announce(t('result.added', { count: subjects.length }))
      verifyDesk(services).add(subjects, 'full', trusted)
    }
    if (subjects.length > 0) goThere()
    else if (refused.length > 0 && !openDialog()) show()
  }
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  const failed = useRef(notify.failure)
  useEffect(() => {
    const takeNow = () => void latest.current().catch((error: unknown) => failed.current(error))
    takeNow()
    return platform.onEvent((event) => {
      if (event.kind === 'handed') takeNow()
    })
  }, [platform])
  return null
}

function subjectsIn(group: HandedGroup, looseName: string): readonly NamedSubject[] {
  return [...subjectsOf(group, looseName), ...group.empty.map(emptyFolder)]
}
