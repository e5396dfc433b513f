import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Failure } from '../../../shared/contract/failure.ts'
import { explainFailure } from '../../../shared/messages/explain.ts'
import { useAnnounce } from '../../app/announce.ts'
import { useNotify } from '../../app/notify.ts'
import { usePreferences } from '../../app/preferences.ts'
import { openDialog } from '../../app/use-focus-return.ts'
import { isUnderWay } from '../../engine-host/jobs.ts'
import { useLanguage } from '../../i18n/language.ts'
import type { HandedGroup } from '../../platform/platform.ts'
import { useServices } from '../../services.ts'
import { emptyFolder, type NamedSubject, subjectsOf } from './subjects.ts'
import { takeHanded } from './take-handed.ts'
import { verifyDesk } from './verify-desk.ts'

/**
 * Verifies what the program was handed by its path, as if it had been dropped on the page, and goes there, or offers to
 * where something would be lost by it. Stands where the register may be seen: until then what was handed over waits.
 */
export function HandedOver() {
  const { t } = useTranslation('verify')
  const services = useServices()
  const { platform, jobs } = services
  const notify = useNotify()
  const announce = useAnnounce()
  const language = useLanguage()
  const [, change] = usePreferences()
  const [location, go] = useLocation()

  const offer = useRef<() => void>(undefined)
  const takeBack = () => {
    offer.current?.()
    offer.current = undefined
  }
  const show = () => {
    takeBack()
    // What is being typed is stored when its field is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    change({ welcomed: true })
    go('/verify')
  }
  const goThere = () => {
    takeBack()
    const isWorking = jobs.jobs().some((job) => isUnderWay(job) && job.kind !== 'verify')
    const wouldLose = !location.startsWith('/verify') && (isWorking || somethingTyped())
    if (!openDialog() && !wouldLose) return show()
    // What is typed there would be lost, or the result of the work not seen.
    offer.current = notify({
      kind: 'info',
      text: t('handed.offer'),
      seconds: Infinity,
      action: { label: t('handed.show'), run: () => (openDialog() ? goThere() : show()) },
    })
  }
  const tell = (refused: readonly Failure[]) => {
    const [first, ...others] = refused
    if (!first) return
    if (others.length === 0) return notify.failure(first)
    const text = `${explainFailure(first, language)} ${t('handed.others', { count: others.length })}`
    notify({ kind: 'warning', text, seconds: Infinity })
  }
  const take = async () => {
    const taken = await takeHanded(services)
    if (!taken) return
    const subjects = taken.groups.flatMap((group) => subjectsIn(group, t('part.results')))
    tell(taken.refused)
    if (subjects.length > 0) {
      announce(t('result.added', { count: subjects.length }))
      verifyDesk(services).add(subjects, 'full', taken.trusted)
    }
    if (subjects.length > 0) goThere()
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
  useEffect(() => {
    if (location.startsWith('/verify')) takeBack()
  }, [location])
  useEffect(() => takeBack, [])
  return null
}

/** Whether the page holds what is stored nowhere: a passphrase somebody typed. */
function somethingTyped(): boolean {
  return [...document.querySelectorAll<HTMLInputElement>('input[type=password]')].some(
    ({ value }) => value !== '',
  )
}

function subjectsIn(group: HandedGroup, looseName: string): readonly NamedSubject[] {
  return [...subjectsOf(group, looseName), ...group.empty.map(emptyFolder)]
}
