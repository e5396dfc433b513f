import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  DownloadOutlined,
  DownOutlined,
  FolderOpenOutlined,
  IdcardOutlined,
  PlusOutlined,
  SearchOutlined,
  SwapOutlined,
} from '@ant-design/icons'
import { Button, Input, Space, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MenuButton } from '../../components/MenuButton.tsx'
import type { EvidenceRow } from './evidence-rows.ts'
import styles from './Evidence.module.css'
import type { Evidence } from './use-evidence.ts'
import type { EvidenceActions } from './use-evidence-actions.ts'

interface ItemToolbarProps {
  readonly evidence: Evidence
  readonly actions: EvidenceActions
  /** In the order of the bundle. */
  readonly selected: readonly EvidenceRow[]
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly onPickFiles: () => void
  readonly onPickFolder: () => void
  /** Opens the library of standing papers. */
  readonly onPickPapers: () => void
}

/** What can be done with the selected items, and how new ones come in. */
export function ItemToolbar(props: ItemToolbarProps) {
  const { t } = useTranslation('evidence')
  const { t: tLibrary } = useTranslation('library')
  const { evidence, actions, selected } = props
  const ids = selected.map((row) => row.id)
  const none = selected.length === 0
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('toolbar')}>
      {!evidence.readOnly && (
        <>
          <Space.Compact>
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={props.onPickFiles}>
              {t('add.files')}
            </Button>
            <MenuButton
              type="primary"
              icon={<DownOutlined aria-hidden />}
              aria-label={t('add.more')}
              menu={{
                items: [
                  {
                    key: 'folder',
                    icon: <FolderOpenOutlined aria-hidden />,
                    label: t('add.folder'),
                    onClick: props.onPickFolder,
                  },
                  {
                    key: 'library',
                    icon: <IdcardOutlined aria-hidden />,
                    label: tLibrary('papersFromLibrary'),
                    onClick: props.onPickPapers,
                  },
                  { type: 'divider' },
                  { key: 'hint', disabled: true, label: t('add.hint') },
                ],
              }}
            />
          </Space.Compact>
          <Tool
            label={t('up')}
            keys="Alt+↑"
            icon={<ArrowUpOutlined aria-hidden />}
            disabled={none}
            onClick={() => void actions.moveOneStep(new Set(ids), 'up')}
          />
          <Tool
            label={t('down')}
            keys="Alt+↓"
            icon={<ArrowDownOutlined aria-hidden />}
            disabled={none}
            onClick={() => void actions.moveOneStep(new Set(ids), 'down')}
          />
          <MenuButton
            disabled={none}
            hint={t('toGroup')}
            aria-label={t('toGroup')}
            icon={<SwapOutlined aria-hidden />}
            menu={{
              className: styles.groupMenu ?? '',
              items: evidence.groups.map((group) => ({
                key: group.id,
                label: t('toGroup.entry', {
                  set: t(`set.${group.set}`),
                  name: group.name || t('group.unnamed'),
                }),
                disabled: selected.every((row) => row.group.id === group.id),
                onClick: () => void actions.move(ids, { groupId: group.id }),
              })),
            }}
          />
        </>
      )}
      <Tool
        label={t('takeOut')}
        icon={<DownloadOutlined aria-hidden />}
        disabled={none}
        onClick={() => void actions.takeOut(selected, evidence.case.draft.caseCode)}
      />
      {!evidence.readOnly && (
        <Tool
          label={t('trash.move')}
          keys="Del"
          icon={<DeleteOutlined aria-hidden />}
          disabled={none}
          onClick={() => void actions.trash(ids)}
        />
      )}
      <Input
        className={styles.search ?? ''}
        allowClear
        autoComplete="off"
        spellCheck={false}
        prefix={<SearchOutlined aria-hidden />}
        placeholder={t('searchShort')}
        aria-label={t('search')}
        value={props.query}
        onChange={(event) => props.onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || props.query === '' || event.nativeEvent.isComposing) return
          event.preventDefault()
          props.onQuery('')
        }}
      />
    </div>
  )
}

function Tool(props: {
  readonly label: string
  readonly keys?: string
  readonly icon: ReactNode
  readonly disabled: boolean
  readonly onClick: () => void
}) {
  const { t } = useTranslation('evidence')
  return (
    <Tooltip title={props.keys ? t('withKeys', { label: props.label, keys: props.keys }) : props.label}>
      <Button aria-label={props.label} icon={props.icon} disabled={props.disabled} onClick={props.onClick} />
    </Tooltip>
  )
}
