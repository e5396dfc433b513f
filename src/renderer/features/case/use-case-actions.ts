import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { isHandedIn } from '../../../shared/domain/evidence-item.ts'
import { useAnnounce } from '../../app/announce.ts'
import { useCommand } from '../../app/commands.ts'
import { useNotify } from '../../app/notify.ts'
import { useSaveFolder } from '../../components/cases/use-save-folder.ts'
import { openTasks, type Waiver } from '../../../shared/domain/closing.ts'
import { reopenTasks, takeWaiverBack } from '../../components/cases/reopen-tasks.ts'
import type { CaseState, StepKind } from '../../register/register.ts'
import { useHistoryState } from '../../register/use-session.ts'
import { useServices } from '../../services.ts'
import { useCaseWork } from './case-context.ts'
import { nextStep, type NextStep } from './next-step.ts'
import type { CaseWords } from './place-words.ts'

/** What can be done with the case as a whole; its commands work while the case is on the screen. */
export function useCaseActions() {
  const { t } = useTranslation('case')
  const { session } = useServices()
  const [, go] = useLocation()
  const announce = useAnnounce()
  const notify = useNotify()
  const work = useCaseWork()
  const saveFolder = useSaveFolder()
  const { case: stored, editor, items, findings, readOnly } = work
  const history = useHistoryState(stored.id)
  const handedIn = new Set(stored.draft.groups.filter(isHandedIn).map((group) => group.id))
  const itemCount = items.filter((item) => !item.trashed && handedIn.has(item.groupId)).length
  const [closing, setClosing] = useState(false)
  const step = nextStep(stored.state, findings, itemCount)

  const attempt = async (run: () => Promise<unknown>) => {
    try {
      await run()
    } catch (error) {
      notify.failure(error)
    }
  }
  const takeBack = (which: 'undo' | 'redo') =>
    attempt(async () => {
      await editor.settled()
      const done: StepKind | undefined = await session.register().history[which](stored.id)
      if (done) announce(t(which === 'undo' ? 'undone' : 'redone', { step: t(`step.${done}`) }))
    })
  const setState = (state: CaseState, waiver?: Waiver) =>
    attempt(async () => {
      const before = stored.state
      await editor.settled()
      const { cases } = session.register()
      await cases.setState(stored.id, state)
      const reopened = before === 'closed' && state === 'open'
      const waived = reopened ? await reopenTasks(cases, stored.id) : undefined
      if (state === 'trashed') go('/cases')
      notify({
        text: t(stateWords(before, state)),
        kind: 'done',
        action: {
          label: t('undoRemove'),
          run: () =>
            attempt(async () => {
              await cases.setState(stored.id, before)
              if (waiver) await takeWaiverBack(cases, stored.id, waiver)
              await waived?.()
            }),
        },
      })
    })
  const save = () =>
    attempt(async () => {
      await editor.settled()
      await saveFolder(stored.id)
    })

  const close = () => {
    const draft = editor.state().draft ?? stored.draft
    if (openTasks(draft).length === 0) void setState('closed')
    else void attempt(() => editor.settled()).then(() => setClosing(true))
  }
  const next = (): unknown => {
    switch (step.kind) {
      case 'restore':
      case 'reopen':
        return setState('open')
      case 'evidence':
        return work.jump('groups')
      case 'bundle':
        return go(`/cases/${stored.id}/bundle`)
      default:
        return work.jump(step.subject)
    }
  }

  useCommand('edit.undo', () => void takeBack('undo'), history.undo !== undefined && !readOnly)
  useCommand('edit.redo', () => void takeBack('redo'), history.redo !== undefined && !readOnly)
  useCommand('case.save-folder', () => void save(), stored.state !== 'trashed')

  const menu = [
    ...(stored.state === 'trashed'
      ? []
      : [{ key: 'save', label: t('saveFolder'), onClick: () => void save() }]),
    ...(stored.state === 'open' ? [{ key: 'close', label: t('close'), onClick: close }] : []),
    ...(stored.state === 'closed'
      ? [{ key: 'reopen', label: t('next.reopen'), onClick: () => void setState('open') }]
      : []),
    ...(stored.state === 'trashed'
      ? [{ key: 'restore', label: t('next.restore'), onClick: () => void setState('open') }]
      : [{ key: 'trash', label: t('trash'), onClick: () => void setState('trashed') }]),
  ]
  return {
    undo: () => takeBack('undo'),
    redo: () => takeBack('redo'),
    next,
    nextWords: stepWords(step, t),
    menu,
    /** Set while it is asked what is to become of the tasks that are left before the case is closed. */
    closing: closing
      ? {
          open: openTasks(editor.state().draft ?? stored.draft),
          onClosed: (waiver: Waiver) => {
            setClosing(false)
            void setState('closed', waiver)
          },
          onCancel: () => setClosing(false),
        }
      : undefined,
  }
}

function stepWords(step: NextStep, t: CaseWords): string {
  switch (step.kind) {
    case 'fix':
      return t('next.fix', { count: step.count })
    case 'fill':
      return t('next.fill', { count: step.count })
    default:
      return t(`next.${step.kind}`)
  }
}

function stateWords(before: CaseState, after: CaseState): 'restored' | 'reopened' | 'closed' | 'trashed' {
  if (after !== 'open') return after
  return before === 'trashed' ? 'restored' : 'reopened'
}
