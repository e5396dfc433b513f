import { DeleteOutlined, FolderOutlined, InboxOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { Fragment, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type EvidenceSet, evidenceSets } from '../../../shared/domain/evidence-item.ts'
import { GroupNode } from './GroupNode.tsx'
import type { Scope } from './scope.ts'
import styles from './Evidence.module.css'
import type { Evidence } from './use-evidence.ts'
import type { EvidenceActions } from './use-evidence-actions.ts'

const newGroupNames = {
  identity: 'group.newIdentity',
  evidence: 'group.newEvidence',
  own: 'group.newOwn',
} as const satisfies Record<EvidenceSet, string>

interface GroupTreeProps {
  readonly evidence: Evidence
  readonly actions: EvidenceActions
  readonly scope: Scope
  readonly onScope: (scope: Scope) => void
}

/** The groups by set, with counts. Arrows move, F2 renames, Delete removes, Alt with arrows reorders. */
export function GroupTree({ evidence, actions, scope, onScope }: GroupTreeProps) {
  const { t } = useTranslation('evidence')
  const tree = useRef<HTMLDivElement>(null)
  const [renaming, setRenaming] = useState<string>()
  const { groups, rows, readOnly } = evidence
  const current = scope.kind === 'group' ? scope.id : scope.kind

  const add = async (set: EvidenceSet) => {
    const id = await actions.addGroup(set, t(newGroupNames[set]))
    if (id === undefined) return
    onScope({ kind: 'group', id })
    setRenaming(id)
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.altKey && step !== 0 && scope.kind === 'group' && !readOnly) {
      void actions.moveGroup(scope.id, step < 0 ? 'up' : 'down')
    } else if (step !== 0 || event.key === 'Home' || event.key === 'End') {
      const nodes = [...(tree.current?.querySelectorAll<HTMLElement>('[data-node]') ?? [])]
      const at = nodes.findIndex((node) => node === document.activeElement)
      const to = event.key === 'Home' ? 0 : event.key === 'End' ? nodes.length - 1 : at + step
      const node = nodes[Math.max(0, Math.min(nodes.length - 1, to))]
      node?.focus()
      node?.click()
    } else if (event.key === 'F2' && scope.kind === 'group' && !readOnly) setRenaming(scope.id)
    else if (event.key === 'Delete' && scope.kind === 'group' && !readOnly) {
      const group = groups.find((each) => each.id === scope.id)
      if (group) void actions.removeGroup(group)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const leaf = (kind: 'all' | 'trash', icon: ReactNode, count: number) => (
    <div
      role="treeitem"
      aria-level={1}
      aria-selected={current === kind}
      tabIndex={current === kind ? 0 : -1}
      data-node={kind}
      data-leaf
      className={styles.node}
      onClick={() => onScope({ kind })}
    >
      <span className={styles.nodeIcon} aria-hidden>
        {icon}
      </span>
      <span className={styles.nodeName}>{t(`scope.${kind}`)}</span>
      <span className={styles.nodeCount}>{count}</span>
    </div>
  )
  return (
    <div className={styles.groups}>
      <div role="tree" aria-label={t('groups')} ref={tree} onKeyDown={keyDown} className={styles.tree}>
        {leaf('all', <InboxOutlined />, rows.length)}
        {evidenceSets.map((set) => {
          const ofSet = groups.filter((group) => group.set === set)
          return (
            <Fragment key={set}>
              <div role="treeitem" aria-level={1} aria-selected={false} aria-expanded className={styles.set}>
                <span className={styles.setName} title={set === 'own' ? t('set.ownMore') : undefined}>
                  {t(`set.${set}`)}
                </span>
                {!readOnly && (
                  <Tooltip title={t(`group.add.${set}`)}>
                    <Button
                      type="text"
                      size="small"
                      icon={<PlusOutlined aria-hidden />}
                      aria-label={t(`group.add.${set}`)}
                      onClick={(event) => {
                        // A double click is one wish.
                        if (event.detail < 2) void add(set)
                      }}
                    />
                  </Tooltip>
                )}
                {ofSet.length === 0 && (
                  <p className={styles.noGroups}>{t(set === 'own' ? 'set.ownMore' : 'group.none')}</p>
                )}
              </div>
              {ofSet.map((group, index) => (
                <GroupNode
                  key={group.id}
                  group={group}
                  rows={rows.filter((row) => row.group.id === group.id)}
                  selected={current === group.id}
                  readOnly={readOnly}
                  first={index === 0}
                  last={index === ofSet.length - 1}
                  renaming={renaming === group.id}
                  onRenaming={(on) => setRenaming(on ? group.id : undefined)}
                  onSelect={() => onScope({ kind: 'group', id: group.id })}
                  actions={actions}
                  icon={<FolderOutlined aria-hidden />}
                />
              ))}
            </Fragment>
          )
        })}
        {leaf('trash', <DeleteOutlined />, evidence.trashed.length)}
      </div>
    </div>
  )
}
