import { FileSearchOutlined } from '@ant-design/icons'
import { Tabs } from 'antd'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageCommand } from '../../app/commands.ts'
import { focusWithin } from '../../app/focus-within.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { type EvidenceRow, fileName } from './evidence-rows.ts'
import { problemsOf } from './item-columns.tsx'
import { ItemForm } from './ItemForm.tsx'
import { ItemPreview } from './ItemPreview.tsx'
import { OriginalFacts } from './OriginalFacts.tsx'
import { ResizeHandle } from './ResizeHandle.tsx'
import { useRememberedSize } from './remembered-size.ts'
import styles from './Evidence.module.css'
import type { EvidenceActions } from './use-evidence-actions.ts'

interface ItemPaneProps {
  readonly caseId: string
  readonly rows: readonly EvidenceRow[]
  /** Names of the right holders of the case. */
  readonly holders: readonly string[]
  readonly readOnly: boolean
  readonly asked: AskedField | undefined
  readonly onAskedFocused: () => void
  readonly actions: EvidenceActions
  readonly expanded: boolean
  readonly onExpanded: (expanded: boolean) => void
  readonly tab: PaneTab
  readonly onTab: (tab: PaneTab) => void
}

/** A field of an item that is to have the focus: its name by F2, or where a finding leads. */
export interface AskedField {
  readonly id: string
  /** As in `case.json`, such as `collected.by`. */
  readonly field: string
}

export type PaneTab = 'preview' | 'details' | 'original'

/** From this height on the preview and the details stand one above the other. */
const roomForBoth = 640

/** The selected item: how it looks, what the table of evidence says of it, what the original is. */
export function ItemPane(props: ItemPaneProps) {
  const { t } = useTranslation('evidence')
  const { rows, caseId, readOnly, asked } = props
  const pane = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(0)
  const [previewHeight, setPreviewHeight] = useRememberedSize('evidence.preview', 400)
  useLayoutEffect(() => {
    const element = pane.current
    if (!element) return
    const observer = new ResizeObserver(() => setHeight(element.clientHeight))
    observer.observe(element)
    setHeight(element.clientHeight)
    return () => observer.disconnect()
  }, [])
  const [row] = rows
  const preview = row && (
    <ItemPreview
      key={row.id}
      row={row}
      actions={props.actions}
      expanded={props.expanded}
      onExpanded={props.onExpanded}
    />
  )
  const wasExpanded = useRef(props.expanded)
  useEffect(() => {
    if (wasExpanded.current === props.expanded) return
    wasExpanded.current = props.expanded
    // The preview is another one: it is opened again at its new size.
    return pane.current ? focusWithin(pane.current, '[data-pages]') : undefined
  }, [props.expanded])
  const both = height >= roomForBoth && !props.expanded
  const form = (
    <ItemForm
      key={rows.map((each) => each.id).join()}
      caseId={caseId}
      rows={rows}
      holders={props.holders}
      readOnly={readOnly}
      asked={rows.length === 1 && rows[0]?.id === asked?.id ? asked?.field : undefined}
      onAskedFocused={props.onAskedFocused}
    />
  )
  return (
    <section ref={pane} className={styles.itemPane} aria-label={t('pane')}>
      {props.expanded && <BackToList onBack={() => props.onExpanded(false)} />}
      {!row ? (
        <EmptyState
          icon={<FileSearchOutlined aria-hidden />}
          title={t('pane.none')}
          text={t('pane.noneText')}
        />
      ) : rows.length > 1 ? (
        <>
          <Heading title={t('pane.several', { count: rows.length })} />
          <div className={styles.paneScroll}>{form}</div>
        </>
      ) : (
        <>
          <Heading label={row.label} title={row.item.details.name || fileName(row.item.original.path)} />
          <Problems row={row} />
          {props.expanded ? (
            <div className={styles.paneFill}>{preview}</div>
          ) : both ? (
            <>
              <div className={styles.previewBox} style={{ height: Math.min(previewHeight, height - 260) }}>
                {preview}
              </div>
              <ResizeHandle
                label={t('resize.preview')}
                direction="horizontal"
                size={previewHeight}
                least={180}
                most={Math.max(181, height - 260)}
                onSize={setPreviewHeight}
              />
              <Tabs
                className={styles.tabs ?? ''}
                size="small"
                activeKey={props.tab === 'original' ? 'original' : 'details'}
                onChange={(key) => props.onTab(key as PaneTab)}
                items={[
                  { key: 'details', label: t('tab.details'), children: form },
                  { key: 'original', label: t('tab.original'), children: <OriginalFacts row={row} /> },
                ]}
              />
            </>
          ) : (
            <Tabs
              className={`${styles.tabs} ${props.tab === 'preview' ? styles.tabsFill : ''}`}
              size="small"
              destroyOnHidden
              activeKey={props.tab}
              onChange={(key) => props.onTab(key as PaneTab)}
              items={[
                {
                  key: 'preview',
                  label: t('tab.preview'),
                  children: preview,
                },
                { key: 'details', label: t('tab.details'), children: form },
                { key: 'original', label: t('tab.original'), children: <OriginalFacts row={row} /> },
              ]}
            />
          )}
        </>
      )}
    </section>
  )
}

/** While the preview fills the page, Esc leads back to the list, wherever the focus is. */
function BackToList({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('evidence')
  usePageCommand({ id: 'preview.smaller', label: t('preview.toList'), shortcut: 'Escape', run: onBack })
  return null
}

function Heading({ label, title }: { readonly label?: string; readonly title: string }) {
  return (
    <h2 className={styles.paneTitle} title={title}>
      {label !== undefined && <span className={styles.label}>{label}</span>}
      <span className={styles.paneName}>{title}</span>
    </h2>
  )
}

function Problems({ row }: { readonly row: EvidenceRow }) {
  const { t } = useTranslation('evidence')
  const problems = problemsOf(row, t)
  if (problems.length === 0) return null
  return (
    <ul className={styles.problems}>
      {problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  )
}
