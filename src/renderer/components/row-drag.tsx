import {
  type Announcements,
  type CollisionDetection,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  type DragStartEvent,
  type Modifier,
  MouseSensor,
  type Over,
  TouchSensor,
  pointerWithin,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { getEventCoordinates } from '@dnd-kit/utilities'
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import styles from './DataTable.module.css'

/** What is being dragged. */
export interface DraggedRows {
  readonly ids: readonly string[]
  /** The name of the first row, for the overlay and for announcements. */
  readonly name: string
}

/** Client coordinates of the pointer. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** What a place that takes rows says of itself. */
export interface DropTarget {
  /** For announcements. */
  readonly name: string
  readonly onDrop: (ids: readonly string[], at: Point) => void
  /** Where the pointer is while rows are held above; undefined when they leave. */
  readonly onHover?: (at: Point | undefined) => void
}

const DraggedContext = createContext<{ readonly dragged: DraggedRows | undefined } | undefined>(undefined)

/** What is dragged in the `RowDragArea` around; undefined when there is no such area. */
export function useRowDrag(): { readonly dragged: DraggedRows | undefined } | undefined {
  return useContext(DraggedContext)
}

/** Makes an element take rows. `over` is true while rows are held above it. */
export function useDropTarget(
  id: string,
  target: DropTarget | undefined,
): { readonly setNodeRef: (element: HTMLElement | null) => void; readonly over: boolean } {
  const { setNodeRef, isOver } = useDroppable({ id, data: { target }, disabled: !target })
  return { setNodeRef, over: isOver }
}

/** Makes an element the handle of rows; `pick` is asked when the dragging begins. */
export function useDragSource(id: string, pick: (() => DraggedRows) | undefined) {
  const { setNodeRef, listeners } = useDraggable({ id, data: { pick }, disabled: !pick })
  return { setNodeRef, listeners: pick ? listeners : undefined }
}

/**
 * Inside it, rows of a `DataTable` can be dropped between rows and on every `useDropTarget`. Pointer and touch only: the
 * keyboard has Alt+arrows and buttons for the same.
 */
export function RowDragArea({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('table')
  const [dragged, setDragged] = useState<DraggedRows>()
  const pointer = useRef<Point>({ x: 0, y: 0 })
  const hovered = useRef<DropTarget>(undefined)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
  )
  const announcements = useMemo<Announcements>(
    () => ({
      onDragStart: () => undefined,
      onDragOver: ({ over }) => (over ? t('drag.over', { name: targetOf(over)?.name ?? '' }) : undefined),
      onDragEnd: ({ over }) =>
        over ? t('drag.end', { name: targetOf(over)?.name ?? '' }) : t('drag.cancel'),
      onDragCancel: () => t('drag.cancel'),
    }),
    [t],
  )
  const detect: CollisionDetection = (args) => {
    if (args.pointerCoordinates) pointer.current = args.pointerCoordinates
    return pointerWithin(args)
  }
  const hover = (target: DropTarget | undefined) => {
    if (hovered.current !== target) hovered.current?.onHover?.(undefined)
    hovered.current = target
    target?.onHover?.(pointer.current)
  }
  const stop = () => {
    hover(undefined)
    setDragged(undefined)
  }
  const start = ({ active }: DragStartEvent) => {
    const pick = (active.data.current as { pick?: () => DraggedRows } | undefined)?.pick
    setDragged(pick?.())
  }
  const end = ({ over }: DragEndEvent) => {
    const target = targetOf(over)
    const rows = dragged
    stop()
    if (target && rows) target.onDrop(rows.ids, pointer.current)
  }
  const value = useMemo(() => ({ dragged }), [dragged])
  return (
    <DraggedContext.Provider value={value}>
      <DndContext
        sensors={sensors}
        collisionDetection={detect}
        accessibility={{ announcements, screenReaderInstructions: { draggable: t('drag.how') } }}
        onDragStart={start}
        onDragMove={({ over }) => hover(targetOf(over))}
        onDragEnd={end}
        onDragCancel={stop}
      >
        {children}
        {createPortal(
          <DragOverlay dropAnimation={null} modifiers={besideThePointer} className={styles.overlay ?? ''}>
            {dragged && <Held rows={dragged} />}
          </DragOverlay>,
          document.body,
        )}
      </DndContext>
    </DraggedContext.Provider>
  )
}

function Held({ rows }: { readonly rows: DraggedRows }) {
  const { t } = useTranslation('table')
  return (
    <div className={styles.held}>
      <span className={styles.heldName}>{rows.name}</span>
      {rows.ids.length > 1 && (
        <span className={styles.heldCount}>{t('drag.count', { count: rows.ids.length })}</span>
      )}
    </div>
  )
}

/** The held rows hang at the pointer; a whole table row would cover what is below it. */
const besideThePointer: Modifier[] = [
  ({ activatorEvent, draggingNodeRect, transform }) => {
    const start = activatorEvent && getEventCoordinates(activatorEvent)
    if (!start || !draggingNodeRect) return transform
    return {
      ...transform,
      x: transform.x + start.x - draggingNodeRect.left + 14,
      y: transform.y + start.y - draggingNodeRect.top + 10,
    }
  },
]

function targetOf(over: Over | null): DropTarget | undefined {
  return (over?.data.current as { target?: DropTarget } | undefined)?.target
}
