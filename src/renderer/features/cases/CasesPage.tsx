import { FolderOpenOutlined } from '@ant-design/icons'
import { Button, type InputRef } from 'antd'
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { blankDraft } from '../../../shared/domain/case-draft.ts'
import { recordNoticeCommand, useCommand, usePageCommand } from '../../app/commands.ts'
import { useNotify } from '../../app/notify.ts'
import { boardRowOf } from '../../components/cases/board-row.ts'
import { ClosingDialog } from '../../components/cases/ClosingDialog.tsx'
import { ConfirmTyped } from '../../components/ConfirmTyped.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { nextCaseCode } from '../../components/cases/case-codes.ts'
import { useDoNext } from '../../components/cases/use-do-next.ts'
import { useSaveFolder } from '../../components/cases/use-save-folder.ts'
import { useOnce } from '../../components/use-once.ts'
import { localDate } from '../../i18n/formats.ts'
import { useToday } from '../../i18n/use-today.ts'
import type { CaseState, CaseSummary } from '../../register/register.ts'
import { matchingCases } from '../../register/search-index.ts'
import { useLive } from '../../register/use-live.ts'
import { useSession } from '../../register/use-session.ts'
import { useServices } from '../../services.ts'
import type { BoardFilter } from '../../register/saved-view.ts'
import { filtered, keepsAll, noFilter } from './board-filter.ts'
import { boardOrder, countViews, type ShownView } from './board-views.ts'
import { BoardFilters } from './BoardFilters.tsx'
import { BoardViews } from './BoardViews.tsx'
import { useCaseColumns } from './case-columns.tsx'
import { byReplyDue, countStates } from './case-order.ts'
import { CaseNames } from './CaseNames.tsx'
import { CaseFilters } from './CaseFilters.tsx'
import { CasePeek } from './CasePeek.tsx'
import { EmptyCases } from './EmptyCases.tsx'
import { NewCaseMenu } from './NewCaseMenu.tsx'
import { NoRows } from './NoRows.tsx'
import { OpenFolderArea } from './OpenFolderArea.tsx'
import { OpeningDialog } from './OpeningDialog.tsx'
import { RecordNotice } from './RecordNotice.tsx'
import { SavedViews } from './SavedViews.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { useCaseStates } from './use-case-states.ts'
import { useRecordNotice } from './use-record-notice.ts'
import { useOpenFolder } from './use-open-folder.ts'
import styles from './cases.module.css'

/** The list of cases: search, filters, a look at one beside the list, and the ways to begin. */
export function CasesPage() {
  const { t } = useTranslation('cases')
  const { t: inNotice } = useTranslation('notice')
  const { session, now, newId } = useServices()
  const notify = useNotify()
  const [, go] = useLocation()
  const sessionState = useSession()
  const readOnly = sessionState.kind === 'open' && sessionState.readOnly
  const summaries = useLive(({ cases }) => cases.summaries(), [])
  const [state, setState] = useState<CaseState>('open')
  const [query, setQuery] = useState('')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [focusedId, setFocusedId] = useState<string>()
  const [peeking, setPeeking] = useState(false)
  const [view, setView] = useState<ShownView>('all')
  const [filter, setFilter] = useState<BoardFilter>(noFilter)
  const [closing, setClosing] = useState<readonly CaseSummary[]>([])
  const [erasing, setErasing] = useState<readonly CaseSummary[]>([])
  const search = useRef<InputRef>(null)
  const open = useCallback((row: CaseSummary) => go(`/cases/${row.id}/overview`), [go])
  const stateActions = useCaseStates()
  const saveFolder = useSaveFolder()
  const folder = useOpenFolder()

  const asked = useDeferredValue(query)
  const all = summaries ?? []
  const counts = useMemo(() => countStates(summaries ?? []), [summaries])
  const matching = useMemo(() => matchingCases(summaries ?? [], asked), [summaries, asked])
  const today = useToday()
  const ofState = useMemo(
    () => (summaries ?? []).filter((row) => row.state === state).map(boardRowOf),
    [summaries, state],
  )
  const narrowed = useMemo(
    () => filtered(matching.filter((row) => row.state === state).map(boardRowOf), filter),
    [matching, state, filter],
  )
  const viewed = useMemo(() => countViews(narrowed, today), [narrowed, today])
  const rows = useMemo(() => {
    if (state !== 'open') return narrowed.map(({ summary }) => summary).sort(byReplyDue)
    const inView = view === 'all' ? narrowed : narrowed.filter((row) => viewed.views.get(row)?.includes(view))
    return boardOrder(inView, today).map(({ summary }) => summary)
  }, [narrowed, state, view, viewed, today])
  const peeked = rows.find((row) => row.id === focusedId)
  const chosen = useMemo(() => rows.filter((row) => selected.has(row.id)), [rows, selected])

  const create = useOnce(async () => {
    try {
      const { cases } = session.register()
      const code = await nextCaseCode(cases, localDate(now()))
      // Whatever the window speaks, the papers go to a Chinese office.
      const id = await cases.create(blankDraft(code, 'zh', newId))
      go(`/cases/${id}/overview`)
    } catch (error) {
      notify.failure(error)
    }
  })
  const setCaseState = (cases: readonly CaseSummary[], next: CaseState) => {
    const unfinished = next === 'closed' && cases.some((row) => boardRowOf(row).closingOpen.length > 0)
    if (unfinished) setClosing(cases)
    else void stateActions.setState(cases, next)
  }
  const doNext = useDoNext(readOnly ? undefined : (row) => setCaseState([row], 'closed'))
  const columns = useCaseColumns({ onOpen: open, onNext: doNext })
  const removeRows = (ids: ReadonlySet<string>) => {
    const removed = rows.filter((row) => ids.has(row.id))
    if (readOnly || removed.length === 0) return
    if (state === 'trashed') setErasing(removed)
    else void stateActions.setState(removed, 'trashed')
  }

  useCommand('case.new', () => void create(), !readOnly)
  const recording = useRecordNotice()
  usePageCommand({
    id: recordNoticeCommand.id,
    label: inNotice('record'),
    shortcut: recordNoticeCommand.shortcut,
    enabled: !readOnly,
    run: recording.open,
  })
  useCommand('case.open-folder', folder.pick, !readOnly)
  useCommand('edit.undo', () => void stateActions.undo(), !readOnly && stateActions.canUndo)
  useCommand(
    'case.save-folder',
    () => peeked && void saveFolder(peeked.id),
    peeked !== undefined && peeked.state !== 'trashed',
  )

  const others = countStates(matching)
  const none = summaries !== undefined && all.length === 0
  return (
    <OpenFolderArea onDrop={folder.openDropped} enabled={!readOnly}>
      <div className={styles.page}>
        <div className={styles.head}>
          <h1>{t('title')}</h1>
          {none ? (
            <span className={styles.room} />
          ) : (
            <CaseFilters
              search={search}
              query={query}
              onQuery={setQuery}
              state={state}
              onState={(next) => {
                setState(next)
                setSelected(new Set())
              }}
              counts={counts}
              shown={summaries === undefined ? t('loading') : t('shown', { count: rows.length })}
            />
          )}
          <Button
            icon={<FolderOpenOutlined aria-hidden />}
            title={t('openFolder')}
            disabled={readOnly}
            onClick={folder.pick}
          >
            <span className={styles.word}>{t('openFolder')}</span>
          </Button>
          <NewCaseMenu readOnly={readOnly} onRecord={recording.open} onBlank={() => void create()} />
        </div>
        {none ? (
          <EmptyCases
            readOnly={readOnly}
            onRecord={recording.open}
            onBlank={() => void create()}
            onOpenFolder={folder.pick}
          />
        ) : (
          <>
            {state === 'open' && (
              <div className={styles.board}>
                <BoardFilters rows={ofState} filter={filter} onFilter={setFilter} />
                <SavedViews
                  shown={{ view, filter, query }}
                  readOnly={readOnly}
                  onShow={(saved) => {
                    setView(saved.view)
                    setFilter(saved.filter)
                    setQuery(saved.query)
                  }}
                />
                <BoardViews view={view} counts={viewed.counts} onView={setView} />
              </div>
            )}
            <div className={styles.panes}>
              <div className={styles.table}>
                <DataTable
                  name="cases"
                  label={t('table')}
                  rows={rows}
                  rowId={(row) => row.id}
                  columns={columns}
                  rowHeight={44}
                  selected={selected}
                  onSelect={setSelected}
                  onOpen={open}
                  onPeek={(row) => {
                    setFocusedId(row.id)
                    setPeeking(!(peeking && row.id === focusedId))
                  }}
                  onFocusRow={(row) => row && setFocusedId(row.id)}
                  onDelete={removeRows}
                  empty={
                    summaries === undefined ? null : (
                      <NoRows
                        state={state}
                        query={asked.trim()}
                        narrowed={(state === 'open' && view !== 'all') || !keepsAll(filter)}
                        counts={others}
                        onShow={setState}
                        onWiden={() => {
                          setFilter(noFilter)
                          setView('all')
                          search.current?.focus()
                        }}
                        onClear={() => {
                          setFilter(noFilter)
                          setView('all')
                          setQuery('')
                          search.current?.focus()
                        }}
                      />
                    )
                  }
                />
              </div>
              {peeking && peeked && (
                <CasePeek
                  row={peeked}
                  readOnly={readOnly}
                  onOpen={() => open(peeked)}
                  onState={(next) => setCaseState([peeked], next)}
                  onNext={() => doNext(peeked)}
                  onSaveFolder={() => void saveFolder(peeked.id)}
                  onErase={() => setErasing([peeked])}
                  onClose={() => setPeeking(false)}
                />
              )}
            </div>
            {/* Below the table: rows must not move under the pointer when one is selected. */}
            {chosen.length > 0 && (
              <SelectionBar
                state={state}
                count={chosen.length}
                readOnly={readOnly}
                onState={(next) => setCaseState(chosen, next)}
                onErase={() => setErasing(chosen)}
                onClear={() => setSelected(new Set())}
              />
            )}
          </>
        )}
      </div>
      {closing.length > 0 && (
        <ClosingDialog
          cases={closing.flatMap((row) => {
            const { closingOpen } = boardRowOf(row)
            const name = row.brand.trim() || row.caseCode
            return closingOpen.length > 0 ? [{ id: row.id, name, open: closingOpen }] : []
          })}
          onClosed={(waiver) => {
            void stateActions.setState(closing, 'closed', waiver)
            setClosing([])
          }}
          onCancel={() => setClosing([])}
        />
      )}
      {erasing.length > 0 && (
        <ConfirmTyped
          title={t('eraseTitle', { count: erasing.length })}
          onConfirm={() => {
            void stateActions.erase(erasing)
            setErasing([])
            setSelected(new Set())
          }}
          onCancel={() => setErasing([])}
        >
          <p>{t('eraseText')}</p>
          <CaseNames rows={erasing} />
        </ConfirmTyped>
      )}
      <OpeningDialog />
      {recording.isOpen && <RecordNotice onRecord={recording.record} onClose={recording.close} />}
    </OpenFolderArea>
  )
}
