import { MoreOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupDraft } from '../../../shared/domain/case-draft.ts'
import { MenuButton } from '../../components/MenuButton.tsx'
import { useDropTarget } from '../../components/row-drag.tsx'
import type { EvidenceRow } from './evidence-rows.ts'
import styles from './Evidence.module.css'
import type { EvidenceActions } from './use-evidence-actions.ts'

interface GroupNodeProps {
  readonly group: GroupDraft
  readonly rows: readonly EvidenceRow[]
  readonly selected: boolean
  readonly readOnly: boolean
  readonly first: boolean
  readonly last: boolean
  readonly renaming: boolean
  readonly onRenaming: (on: boolean) => void
  readonly onSelect: () => void
  readonly actions: EvidenceActions
  readonly icon: ReactNode
}

/** A group in the tree: shows its items, takes dropped ones, can be renamed in its place. */
export function GroupNode(props: GroupNodeProps) {
  const { t } = useTranslation('evidence')
  const { group, rows, selected, readOnly, renaming, actions, onRenaming } = props
  const name = group.name || t('group.unnamed')
  const node = useRef<HTMLDivElement>(null)
  const target = useMemo(
    () =>
      readOnly
        ? undefined
        : { name, onDrop: (ids: readonly string[]) => void actions.move(ids, { groupId: group.id }) },
    [readOnly, name, actions, group.id],
  )
  const { setNodeRef, over } = useDropTarget(`group ${group.id}`, target)
  const finish = (text: string | undefined) => {
    onRenaming(false)
    node.current?.focus()
    if (text !== undefined && text.trim() !== group.name) void actions.renameGroup(group.id, text.trim())
  }
  const gaps = rows.filter((row) => row.gaps.length > 0).length
  return (
    <div
      ref={(element) => {
        node.current = element
        setNodeRef(element)
      }}
      role="treeitem"
      aria-level={2}
      aria-selected={selected}
      aria-label={t('group.described', { name, count: rows.length })}
      tabIndex={selected ? 0 : -1}
      data-node={group.id}
      data-group={group.id}
      data-over={over || undefined}
      className={styles.node}
      onClick={props.onSelect}
      onDoubleClick={() => {
        if (!readOnly) onRenaming(true)
      }}
    >
      <span className={styles.nodeIcon} aria-hidden>
        {props.icon}
      </span>
      {renaming ? (
        <NameInput name={group.name} onFinish={finish} />
      ) : (
        <span className={styles.nodeName} data-blank={group.name === '' || undefined} title={name}>
          {name}
        </span>
      )}
      {gaps > 0 && (
        <span className={styles.nodeGaps} title={t('group.gaps', { count: gaps })}>
          {t('gapMark')}
        </span>
      )}
      {/* A space: what is seen must be part of the name. */ ' '}
      <span className={styles.nodeCount}>{rows.length}</span>
      {!renaming && (
        <MenuButton
          type="text"
          size="small"
          tabIndex={selected ? 0 : -1}
          className={styles.nodeMore ?? ''}
          icon={<MoreOutlined aria-hidden />}
          aria-label={t('group.more', { name })}
          menu={{
            items: [
              ...(readOnly
                ? []
                : [
                    { key: 'rename', label: t('group.rename'), extra: 'F2', onClick: () => onRenaming(true) },
                    {
                      key: 'up',
                      label: t('up'),
                      extra: 'Alt+↑',
                      disabled: props.first,
                      onClick: () => void actions.moveGroup(group.id, 'up'),
                    },
                    {
                      key: 'down',
                      label: t('down'),
                      extra: 'Alt+↓',
                      disabled: props.last,
                      onClick: () => void actions.moveGroup(group.id, 'down'),
                    },
                  ]),
              {
                key: 'out',
                label: t('group.takeOut'),
                disabled: rows.length === 0,
                onClick: () => void actions.takeOut(rows, name),
              },
              ...(readOnly
                ? []
                : [
                    { type: 'divider' as const },
                    {
                      key: 'remove',
                      label: t('group.remove'),
                      extra: 'Del',
                      onClick: () => void actions.removeGroup(group),
                    },
                  ]),
            ],
          }}
        />
      )}
    </div>
  )
}

function NameInput(props: { readonly name: string; readonly onFinish: (text: string | undefined) => void }) {
  const { t } = useTranslation('evidence')
  const [text, setText] = useState(props.name)
  const ended = useRef(false)
  const input = useRef<HTMLInputElement>(null)
  const end = (result: string | undefined) => {
    if (ended.current) return
    ended.current = true
    props.onFinish(result)
  }
  useEffect(() => {
    const field = document.activeElement
    if (field instanceof HTMLInputElement) field.select()
  }, [])
  return (
    <Input
      size="small"
      autoFocus
      autoComplete="off"
      spellCheck={false}
      maxLength={500}
      aria-label={t('group.name')}
      value={text}
      ref={(element) => {
        input.current = element?.input ?? null
      }}
      onChange={(event) => setText(event.target.value)}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onBlur={() => end(text)}
      onPressEnter={() => end(text)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') end(undefined)
      }}
    />
  )
}
