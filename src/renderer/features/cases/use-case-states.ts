import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '../../app/announce.ts'
import { useNotify } from '../../app/notify.ts'
import type { CaseState, CaseSummary } from '../../register/register.ts'
import { useServices } from '../../services.ts'

/**
 * Closes, reopens, trashes and restores cases, with one undo for all of them: by the message, or by `undo` while the list
 * is shown. Erases cases for ever.
 */
export function useCaseStates() {
  const { t } = useTranslation('cases')
  const { session } = useServices()
  const notify = useNotify()
  const announce = useAnnounce()
  const [latest, setLatest] = useState<ReadonlyMap<string, CaseState>>()

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
  const takeBack = (before: ReadonlyMap<string, CaseState>) =>
    attempt(async () => {
      setLatest((now) => (now === before ? undefined : now))
      await store(before)
      announce(t('stateUndone', { count: before.size }))
    })
  const setState = (cases: readonly CaseSummary[], state: CaseState) =>
    attempt(async () => {
      const changed = cases.filter((row) => row.state !== state)
      if (changed.length === 0) return
      const before = new Map(changed.map((row) => [row.id, row.state]))
      await store(new Map(changed.map((row) => [row.id, state])))
      const fromTrash = changed.every((row) => row.state === 'trashed')
      const word = state === 'open' ? (fromTrash ? 'restored' : 'reopened') : state
      notify({
        text: t(word, { count: changed.length }),
        kind: 'done',
        action: { label: t('undo'), run: () => takeBack(before) },
      })
      setLatest(before)
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
