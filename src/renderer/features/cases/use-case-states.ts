import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Waiver } from '../../../shared/domain/closing.ts'
import { useAnnounce } from '../../app/announce.ts'
import { useNotify } from '../../app/notify.ts'
import { reopenTasks, takeWaiverBack } from '../../components/cases/reopen-tasks.ts'
import type { CaseState, CaseSummary } from '../../register/register.ts'
import { useServices } from '../../services.ts'

/** What can be taken back: the states as they were, and what was waived in closing. */
interface Change {
  readonly before: ReadonlyMap<string, CaseState>
  readonly waiver: Waiver | undefined
  /** What puts the waivers of reopened cases back. */
  readonly waived: readonly (() => Promise<void>)[]
}

/**
 * Closes, reopens, trashes and restores cases, with one undo for all of them: by the message, or by `undo` while the list
 * is shown. Erases cases for ever.
 */
export function useCaseStates() {
  const { t } = useTranslation('cases')
  const { session } = useServices()
  const notify = useNotify()
  const announce = useAnnounce()
  const [latest, setLatest] = useState<Change>()

  const store = async (states: ReadonlyMap<string, CaseState>) => {
    for (const [id, state] of states) await session.register().cases.setState(id, state)
  }
  const attempt = async (run: () => Promise<void>) => {
    try {
      await run()
    } catch (error) {
      notify.failure(error)
    }
  }
  const takeBack = (change: Change) =>
    attempt(async () => {
      const { before, waiver, waived } = change
      setLatest((now) => (now === change ? undefined : now))
      await store(before)
      if (waiver) {
        for (const id of before.keys()) await takeWaiverBack(session.register().cases, id, waiver)
      }
      for (const putBack of waived) await putBack()
      announce(t('stateUndone', { count: before.size }))
    })
  const setState = (cases: readonly CaseSummary[], state: CaseState, waiver?: Waiver) =>
    attempt(async () => {
      const changed = cases.filter((row) => row.state !== state)
      if (changed.length === 0) return
      const before = new Map(changed.map((row) => [row.id, row.state]))
      await store(new Map(changed.map((row) => [row.id, state])))
      const waived: (() => Promise<void>)[] = []
      const change = { before, waiver, waived }
      const fromTrash = changed.every((row) => row.state === 'trashed')
      const word = state === 'open' ? (fromTrash ? 'restored' : 'reopened') : state
      notify({
        text: t(word, { count: changed.length }),
        kind: 'done',
        action: { label: t('undo'), run: () => takeBack(change) },
      })
      setLatest(change)
      const reopened = state === 'open' ? changed.filter((row) => row.state === 'closed') : []
      for (const { id } of reopened) waived.push(await reopenTasks(session.register().cases, id))
    })
  const erase = (cases: readonly CaseSummary[]) =>
    attempt(async () => {
      setLatest(undefined)
      for (const row of cases) await session.register().cases.erase(row.id)
      notify({ text: t('erased', { count: cases.length }), kind: 'done' })
    })
  const undo = async () => latest && takeBack(latest)
  return { setState, erase, undo, canUndo: latest !== undefined }
}
