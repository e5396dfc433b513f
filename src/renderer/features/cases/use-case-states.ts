import { useTranslation } from 'react-i18next'
import { useNotify } from '../../app/notify.ts'
import type { CaseState, CaseSummary } from '../../register/register.ts'
import { useServices } from '../../services.ts'

/** Closes, reopens, trashes and restores cases, with one undo for all of them; erases them for ever. */
export function useCaseStates() {
  const { t } = useTranslation('cases')
  const { session } = useServices()
  const notify = useNotify()

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
        action: { label: t('undo'), run: () => attempt(() => store(before)) },
      })
    })
  const erase = (cases: readonly CaseSummary[]) =>
    attempt(async () => {
      for (const row of cases) await session.register().cases.erase(row.id)
      notify({ text: t('erased', { count: cases.length }), kind: 'done' })
    })
  return { setState, erase }
}
