import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupDraft } from '../../../shared/domain/case-draft.ts'
import type { EvidenceSet } from '../../../shared/domain/evidence-item.ts'
import { withGroup } from '../../../shared/domain/own-papers.ts'
import { useAnnounce } from '../../app/announce.ts'
import { useNotify } from '../../app/notify.ts'
import type { Item } from '../../register/register.ts'
import { useServices } from '../../services.ts'
import type { EvidenceRow } from './evidence-rows.ts'
import { groupMoved, type Place, placeOneStep } from './item-moves.ts'
import { takeOutOne, takeOutSeveral } from './take-out.ts'
import type { Evidence } from './use-evidence.ts'

/** What can be done with the groups and items of a case. Failures are told; a declined passphrase is nothing. */
export interface EvidenceActions {
  addGroup(set: EvidenceSet, name: string): Promise<string | undefined>
  renameGroup(id: string, name: string): Promise<boolean>
  moveGroup(id: string, direction: 'up' | 'down'): Promise<void>
  removeGroup(group: GroupDraft): Promise<void>
  move(ids: readonly string[], to: Place): Promise<void>
  moveOneStep(selected: ReadonlySet<string>, direction: 'up' | 'down'): Promise<void>
  trash(ids: readonly string[]): Promise<void>
  restore(ids: readonly string[]): Promise<void>
  erase(ids: readonly string[]): Promise<void>
  /** False when it could not be stored. */
  rotate(id: string, rotation: Item['rotation']): Promise<boolean>
  takeOut(rows: readonly EvidenceRow[], folderName: string): Promise<void>
  undo(): Promise<void>
  redo(): Promise<void>
}

export function useEvidenceActions(evidence: Evidence | undefined, caseId: string): EvidenceActions {
  const services = useServices()
  const { t } = useTranslation('evidence')
  const notify = useNotify()
  const announce = useAnnounce()
  return useMemo(() => {
    const { session, newId } = services
    const register = () => session.register()
    const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
      try {
        return await work()
      } catch (error) {
        notify.failure(error)
        return undefined
      }
    }
    const undo = async () => {
      const kind = await attempt(() => register().history.undo(caseId))
      if (kind) announce(t('history.undone', { step: t(`step.${kind}`) }))
    }
    const undoButton = { label: t('undo'), run: undo }
    const rowOf = (id: string | undefined) => evidence?.rows.find((row) => row.id === id)

    const move = async (ids: readonly string[], to: Place) => {
      const group = evidence?.groups.find((each) => each.id === to.groupId)
      if (!group || ids.length === 0) return
      const done = await attempt(async () => {
        await register().items.move(caseId, ids, to)
        return register().items.ofCase(caseId)
      })
      if (!done) return
      const inGroup = done.filter((item) => !item.trashed && item.groupId === group.id)
      const position = inGroup.findIndex((item) => item.id === ids[0]) + 1
      const first = rowOf(ids[0])
      const facts = { group: group.name || t('group.unnamed'), position, total: inGroup.length }
      announce(
        ids.length === 1
          ? t('moved.one', { ...facts, label: first?.label ?? '' })
          : t('moved.several', { ...facts, count: ids.length }),
      )
    }
    const actions: EvidenceActions = {
      addGroup: (set, name) =>
        attempt(async () => {
          const id = newId()
          await register().cases.edit(caseId, (draft) => withGroup(draft, { id, set, name }), {
            kind: 'group.add',
          })
          return id
        }),
      renameGroup: async (id, name) => {
        const done = await attempt(async () => {
          await register().cases.edit(
            caseId,
            (draft) => ({
              ...draft,
              groups: draft.groups.map((group) => (group.id === id ? { ...group, name } : group)),
            }),
            { kind: 'group.edit' },
          )
          return true
        })
        return done ?? false
      },
      moveGroup: async (id, direction) => {
        const next = evidence && groupMoved(evidence.groups, id, direction)
        if (!next) return announce(t(direction === 'up' ? 'moved.first' : 'moved.last'))
        const group = next.find((each) => each.id === id)
        const ofSet = next.filter((each) => each.set === group?.set)
        const done = await attempt(async () => {
          await register().cases.edit(caseId, (draft) => ({ ...draft, groups: [...next] }), {
            kind: 'group.move',
          })
          return true
        })
        if (!done) return
        announce(
          t('moved.group', {
            name: group?.name || t('group.unnamed'),
            position: ofSet.findIndex((each) => each.id === id) + 1,
            total: ofSet.length,
          }),
        )
      },
      removeGroup: async (group) => {
        const count = evidence?.rows.filter((row) => row.group.id === group.id).length ?? 0
        const done = await attempt(async () => {
          await register().cases.edit(
            caseId,
            (draft) => ({ ...draft, groups: draft.groups.filter((each) => each.id !== group.id) }),
            { kind: 'group.remove' },
          )
          return true
        })
        if (!done) return
        const name = group.name || t('group.unnamed')
        notify({
          kind: 'done',
          text: count > 0 ? t('group.removedWithItems', { name, count }) : t('group.removed', { name }),
          action: undoButton,
        })
      },
      move,
      moveOneStep: async (selected, direction) => {
        if (!evidence || selected.size === 0) return
        const place = placeOneStep(evidence.rows, evidence.groups, selected, direction)
        if (!place) return announce(t(direction === 'up' ? 'moved.first' : 'moved.last'))
        await move(
          evidence.rows.filter((row) => selected.has(row.id)).map((row) => row.id),
          place,
        )
      },
      trash: async (ids) => {
        const done = await attempt(async () => {
          await register().items.setTrashed(caseId, ids, true)
          return true
        })
        if (done) notify({ kind: 'done', text: t('trash.moved', { count: ids.length }), action: undoButton })
      },
      restore: async (ids) => {
        const done = await attempt(async () => {
          await register().items.setTrashed(caseId, ids, false)
          return true
        })
        if (done) notify({ kind: 'done', text: t('trash.restored', { count: ids.length }) })
      },
      erase: async (ids) => {
        const done = await attempt(async () => {
          await register().items.erase(caseId, ids)
          return true
        })
        if (done) notify({ kind: 'done', text: t('trash.erased', { count: ids.length }) })
      },
      rotate: async (id, rotation) => {
        const done = await attempt(async () => {
          await register().items.setRotation(caseId, id, rotation)
          return true
        })
        return done ?? false
      },
      takeOut: async (rows, folderName) => {
        const [only, ...others] = rows
        if (!only) return
        const done = await attempt(() =>
          others.length === 0 ? takeOutOne(services, only) : takeOutSeveral(services, rows, folderName),
        )
        if (done) notify({ kind: 'done', text: t('takenOut', { count: rows.length }) })
      },
      undo,
      redo: async () => {
        const kind = await attempt(() => register().history.redo(caseId))
        if (kind) announce(t('history.redone', { step: t(`step.${kind}`) }))
      },
    }
    return actions
  }, [services, evidence, caseId, t, notify, announce])
}
