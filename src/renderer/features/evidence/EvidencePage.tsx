import { Segmented } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { holderNames } from '../../../shared/domain/wording-guard.ts'
import { useCommand, usePageCommand } from '../../app/commands.ts'
import { useNotify } from '../../app/notify.ts'
import { takeAskedPlace } from '../../components/cases/asked-place.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { PaperPicker } from '../../components/papers/PaperPicker.tsx'
import { RowDragArea } from '../../components/row-drag.tsx'
import { useInnerWidth } from '../../components/use-inner-width.ts'
import { pickFiles, pickFolder } from '../../platform/pick-files.ts'
import { useHistoryState } from '../../register/use-session.ts'
import { DropZone } from './DropZone.tsx'
import { type EvidenceRow, isItemPlace, rowAtPlace, rowsMatching } from './evidence-rows.ts'
import { GroupTree } from './GroupTree.tsx'
import { type AskedField, ItemPane, type PaneTab } from './ItemPane.tsx'
import { ItemTable } from './ItemTable.tsx'
import { useRememberedSize } from './remembered-size.ts'
import { ResizeHandle } from './ResizeHandle.tsx'
import type { Scope } from './scope.ts'
import { TakeInQuestionDialog } from './TakeInQuestionDialog.tsx'
import { TakeInReports } from './TakeInReports.tsx'
import { TrashView } from './TrashView.tsx'
import styles from './Evidence.module.css'
import { type Evidence, useEvidence } from './use-evidence.ts'
import { useEvidenceActions } from './use-evidence-actions.ts'
import { useTakeIn } from './use-take-in.ts'

/** Below this width, in CSS pixels, the panes become tabs. */
const roomForPanes = 820

/** The evidence of a case: groups, items, and the selected item with its preview. */
export function EvidencePage({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('evidence')
  const evidence = useEvidence(caseId)
  if (evidence === undefined) return <p className={styles.reading}>{t('reading')}</p>
  if (evidence === null) return <EmptyState title={t('noCase')} text={t('noCaseText')} />
  return <Workplace key={caseId} caseId={caseId} evidence={evidence} />
}

function Workplace({ caseId, evidence }: { readonly caseId: string; readonly evidence: Evidence }) {
  const { t } = useTranslation('evidence')
  const notify = useNotify()
  const page = useRef<HTMLDivElement>(null)
  const width = useInnerWidth(page)
  const [chosenScope, setScope] = useState<Scope>({ kind: 'all' })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [query, setQuery] = useState('')
  const [part, setPart] = useState<'groups' | 'items' | 'item'>('items')
  const [tab, setTab] = useState<PaneTab>('preview')
  const [expanded, setExpanded] = useState(false)
  const [picking, setPicking] = useState(false)
  const [asked, setAsked] = useState<AskedField>()
  const forgetAsked = useCallback(() => setAsked(undefined), [])
  const [groupsWidth, setGroupsWidth] = useRememberedSize('evidence.groups', 184)
  const [paneWidth, setPaneWidth] = useRememberedSize('evidence.item', usualPaneWidth())
  const actions = useEvidenceActions(evidence, caseId)
  const takeIn = useTakeIn(evidence, caseId)
  useHistoryCommands(caseId, actions)

  const { groups, rows } = evidence
  const lost = chosenScope.kind === 'group' && !groups.some((group) => group.id === chosenScope.id)
  const scope: Scope = lost ? { kind: 'all' } : chosenScope
  const groupId = scope.kind === 'group' ? scope.id : undefined
  const shown = useMemo(
    () => rowsMatching(groupId === undefined ? rows : rows.filter((row) => row.group.id === groupId), query),
    [rows, groupId, query],
  )
  const chosen = useMemo(() => shown.filter((row) => selected.has(row.id)), [shown, selected])
  const nameOf = (id: string | undefined) => {
    const group = groups.find((each) => each.id === id)
    return group && (group.name || t('group.unnamed'))
  }
  const pick = (ask: typeof pickFiles) => {
    ask()
      .then((files) => takeIn.offer(files, groupId))
      .catch((error: unknown) => notify.failure(error))
  }
  usePageCommand({
    id: 'items.add',
    label: t('add.files'),
    shortcut: 'Mod+I',
    enabled: !evidence.readOnly,
    run: () => pick(pickFiles),
  })
  usePageCommand({
    id: 'items.add-folder',
    label: t('add.folder'),
    enabled: !evidence.readOnly,
    run: () => pick(pickFolder),
  })
  const open = (row: EvidenceRow, next: PaneTab) => {
    setSelected(new Set([row.id]))
    setTab(next)
    setPart('item')
    if (next === 'details') setAsked({ id: row.id, field: 'name' })
  }
  useEffect(() => {
    // Whoever was led here for one field of an item stands in it.
    const place = takeAskedPlace(isItemPlace)
    const at = place === undefined ? undefined : rowAtPlace(place, evidence.case.draft.groups, rows)
    if (!at) return
    open(at.row, 'details')
    setAsked({ id: at.row.id, field: at.field })
    // Only on arriving.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  const narrow = width > 0 && width < roomForPanes
  const inTrash = scope.kind === 'trash'
  const showPart = (each: typeof part) => !narrow || part === each
  const itemPane = (
    <ItemPane
      caseId={caseId}
      rows={chosen}
      holders={holderNames(evidence.case.draft)}
      readOnly={evidence.readOnly}
      asked={asked}
      onAskedFocused={forgetAsked}
      actions={actions}
      expanded={expanded && chosen.length === 1}
      onExpanded={setExpanded}
      tab={tab}
      onTab={setTab}
    />
  )
  const onlyItem = expanded && chosen.length === 1 && !inTrash
  return (
    <DropZone disabled={evidence.readOnly} groupId={groupId} groupName={nameOf} onFiles={takeIn.offer}>
      <RowDragArea>
        <div ref={page} className={styles.page} data-narrow={narrow || undefined}>
          {narrow && !onlyItem && (
            <Segmented
              block
              className={styles.parts ?? ''}
              value={part}
              onChange={setPart}
              options={[
                { value: 'groups', label: t('part.groups') },
                { value: 'items', label: t('part.items', { count: shown.length }) },
                { value: 'item', label: t('part.item'), disabled: inTrash },
              ]}
            />
          )}
          {!onlyItem && showPart('groups') && (
            <div className={styles.groupsBox} style={narrow ? undefined : { width: groupsWidth }}>
              <GroupTree
                evidence={evidence}
                actions={actions}
                scope={scope}
                onScope={(next) => {
                  setScope(next)
                  setQuery('')
                }}
              />
            </div>
          )}
          {!narrow && !onlyItem && (
            <ResizeHandle
              label={t('resize.groups')}
              direction="vertical"
              size={groupsWidth}
              least={150}
              most={400}
              onSize={setGroupsWidth}
            />
          )}
          {inTrash && showPart('items') && <TrashView evidence={evidence} actions={actions} />}
          {!inTrash && !onlyItem && showPart('items') && (
            <ItemTable
              evidence={evidence}
              actions={actions}
              rows={shown}
              grouped={groupId === undefined}
              selected={selected}
              onSelect={setSelected}
              query={query}
              onQuery={setQuery}
              onOpen={(row) => open(row, 'preview')}
              onEdit={(row) => open(row, 'details')}
              onPickFiles={() => pick(pickFiles)}
              onPickFolder={() => pick(pickFolder)}
              onPickPapers={() => setPicking(true)}
            />
          )}
          {!narrow && !inTrash && !onlyItem && (
            <ResizeHandle
              label={t('resize.item')}
              direction="vertical"
              after
              size={paneWidth}
              least={300}
              most={Math.max(301, width - groupsWidth - 280)}
              onSize={setPaneWidth}
            />
          )}
          {!inTrash && (onlyItem || showPart('item')) && (
            <div
              className={styles.itemBox}
              style={
                narrow || onlyItem
                  ? undefined
                  : { width: Math.max(280, Math.min(paneWidth, width - groupsWidth - 280)) }
              }
            >
              {itemPane}
            </div>
          )}
        </div>
      </RowDragArea>
      {picking && (
        <PaperPicker
          caseId={caseId}
          draft={evidence.case.draft}
          items={rows.map((row) => row.item)}
          onClose={() => setPicking(false)}
        />
      )}
      {takeIn.question && <TakeInQuestionDialog question={takeIn.question} />}
      {!takeIn.question && <TakeInReports caseId={caseId} desk={takeIn.desk} onRetry={takeIn.retry} />}
    </DropZone>
  )
}

/** More room for the preview where the window has it. */
function usualPaneWidth(): number {
  return Math.max(360, Math.round(window.innerWidth * 0.28))
}

function useHistoryCommands(caseId: string, actions: ReturnType<typeof useEvidenceActions>): void {
  const { undo, redo } = useHistoryState(caseId)
  useCommand('edit.undo', () => actions.undo(), undo !== undefined)
  useCommand('edit.redo', () => actions.redo(), redo !== undefined)
}
