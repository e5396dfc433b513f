import { Alert, Button, Spin } from 'antd'
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type MouseEvent,
  type ReactNode,
} from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { usePageCommand } from '../../app/commands.ts'
import { askingFor, firstGap, takeAskedPlace } from '../../components/cases/asked-place.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { useToday } from '../../i18n/use-today.ts'
import type { Case, Item } from '../../register/register.ts'
import { useSession } from '../../register/use-session.ts'
import { useServices } from '../../services.ts'
import { CaseHeader } from './CaseHeader.tsx'
import { CaseWorkContext, useCaseWork, type CaseWork } from './case-context.ts'
import type { CasePath } from './case-path.ts'
import { judgeItems, judgeParties, judgeWork } from './judge-case.ts'
import { pageOf } from './next-step.ts'
import { SectionList } from './SectionList.tsx'
import { useCodeDoubt } from './use-code-doubt.ts'
import { useEditor, useStoredCase } from './use-case.ts'
import { useUnprintable } from './use-unprintable.ts'
import styles from './case.module.css'

interface CaseFrameProps {
  readonly caseId: string
  /** The page of the case: `Overview`, or the evidence. */
  readonly children: ReactNode
}

/** One case: its header, its sections and the page between them. Esc goes back to the list. */
export function CaseFrame({ caseId, children }: CaseFrameProps) {
  const { t } = useTranslation('case')
  const [, go] = useLocation()
  const stored = useStoredCase(caseId)
  usePageCommand({ id: 'case.back', label: t('backToList'), shortcut: 'Escape', run: () => go('/cases') })
  if (stored === undefined) {
    return (
      <div className={styles.waiting} role="status">
        <Spin />
        <span>{t('loading')}</span>
      </div>
    )
  }
  if (stored === 'gone') {
    return (
      <EmptyState
        level={1}
        title={t('goneTitle')}
        text={t('goneText')}
        actions={
          <Button type="primary" onClick={() => go('/cases')}>
            {t('backToList')}
          </Button>
        }
      />
    )
  }
  return (
    <Loaded key={caseId} stored={stored.case} items={stored.items}>
      {children}
    </Loaded>
  )
}

interface LoadedProps {
  readonly stored: Case
  readonly items: readonly Item[]
  readonly children: ReactNode
}

/** As long as systems wait for the second click at most. */
const doubleClickMs = 900

function Loaded({ stored, items, children }: LoadedProps) {
  const { law } = useServices()
  const [path, go] = useLocation()
  const session = useSession()
  const editor = useEditor(stored)
  const { draft = stored.draft } = useSyncExternalStore(editor.subscribe, editor.state)
  const [target, setTarget] = useState<{ readonly path: CasePath }>()

  // What the rules say may lag behind the typing; the typing never waits for it.
  const judged = useDeferredValue(draft)
  const parties = useMemo(() => judgeParties(judged, law), [judged, law])
  const { groups } = judged
  const ofItems = useMemo(
    () => judgeItems({ ...stored.draft, groups }, items, law),
    [stored.draft, groups, items, law],
  )
  const today = useToday()
  const work = useMemo(() => judgeWork(judged, items, law, today), [judged, items, law, today])
  const ofCode = useCodeDoubt(stored.id, judged.caseCode)
  const unprintable = useUnprintable(judged, items, path.startsWith(`/cases/${stored.id}/bundle`))
  const findings = useMemo(
    () => [...unprintable.findings, ...parties, ...ofCode, ...work.findings, ...ofItems],
    [unprintable, parties, ofCode, work, ofItems],
  )

  const jumping = useRef(false)
  const jump = useCallback(
    (place: CasePath, arriving = false) => {
      const page = pageOf(place)
      const to = `/cases/${stored.id}/${page}`
      jumping.current = to !== path && page !== 'evidence'
      // The evidence leads to its items itself.
      const state = page === 'evidence' ? { state: askingFor(place) } : {}
      if (to !== path) go(to, { replace: arriving, ...state })
      if (page !== 'evidence') setTarget({ path: place })
    },
    [go, path, stored.id],
  )
  useEffect(() => {
    // Whoever came here for one thing, from the board, is led to it.
    const asked = takeAskedPlace()
    const gap = findings.find((found) => found.code === 'field.required')
    const place = asked === firstGap ? gap?.subject : asked
    if (place !== undefined) jump(place, true)
    // Only on arriving: what is missing later is not jumped to.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const [since] = useState(() => performance.now())
  const withoutSecondClick = (event: MouseEvent) => {
    // The board opens a case by one click: the second of a double click would press whatever stands here.
    if (event.detail < 2 || event.timeStamp - since > doubleClickMs) return
    event.preventDefault()
    event.stopPropagation()
  }
  const arrived = useCallback(() => setTarget(undefined), [])
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Each page of the case begins at its top; a jump goes on from there.
    if (page.current && !jumping.current) page.current.scrollTop = 0
    jumping.current = false
  }, [path])
  const readOnly = stored.state === 'trashed' || (session.kind === 'open' && session.readOnly)
  const { completeness } = work
  const shared = useMemo<CaseWork>(
    () => ({
      case: stored,
      items,
      editor,
      findings,
      isPrintSettled: unprintable.isSettled,
      completeness,
      readOnly,
      jump,
      target,
      arrived,
    }),
    [stored, items, editor, findings, unprintable.isSettled, completeness, readOnly, jump, target, arrived],
  )
  return (
    <CaseWorkContext value={shared}>
      <div className={styles.frame} onClickCapture={withoutSecondClick}>
        <CaseHeader />
        <SectionList />
        <div className={styles.page} ref={page}>
          <Notices />
          {children}
        </div>
      </div>
    </CaseWorkContext>
  )
}

/** What the person must know about this case as a whole. */
function Notices() {
  const { t } = useTranslation('case')
  const { platform } = useServices()
  const { case: stored, editor } = useCaseWork()
  const { save } = useSyncExternalStore(editor.subscribe, editor.state)
  const failed = save.kind === 'failed'
  useEffect(() => {
    // A browser tab asks before it is closed on text that could not be stored; in Electron that would only keep it open.
    if (!failed || platform.kind !== 'browser') return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [failed, platform])
  return (
    <>
      {stored.state !== 'open' && (
        <Alert banner type="info" title={t(stored.state === 'trashed' ? 'trashedBanner' : 'closedBanner')} />
      )}
      {save.kind === 'failed' && (
        <div className={styles.notSaved}>
          <p>{t('notSavedMore')}</p>
          <ErrorNotice
            error={save.error}
            actions={
              <>
                <Button size="small" onClick={() => editor.retry()}>
                  {t('saveAgain')}
                </Button>
                <Button size="small" onClick={() => editor.discard()}>
                  {t('discard')}
                </Button>
              </>
            }
          />
        </div>
      )}
    </>
  )
}
