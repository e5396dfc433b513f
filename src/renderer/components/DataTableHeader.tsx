import { CaretDownOutlined, CaretUpOutlined, SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { type KeyboardEvent, type PointerEvent, type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from './data-table.ts'
import { boundedWidth, type ColumnChoice, isShown, noChoice, widthOf } from './data-table-columns.ts'
import type { Sort } from './data-table-entries.ts'
import styles from './DataTable.module.css'

interface DataTableHeaderProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly allColumns: readonly Column<Row>[]
  readonly choice: ColumnChoice
  readonly onChoice: (choice: ColumnChoice) => void
  readonly sort: Sort | undefined
  readonly onSort: (key: string) => void
  /** True when there is no row to hold the one tab stop. */
  readonly tabStop: boolean
  readonly onLeave: () => void
  readonly header: RefObject<HTMLDivElement | null>
}

const resizeStep = 16

/** Titles: press to sort, drag the edge to resize. Arrows move between them; Shift with arrows resizes. */
export function DataTableHeader<Row>(props: DataTableHeaderProps<Row>) {
  const { columns, choice, sort } = props
  const resize = (column: Column<Row>, width: number) =>
    props.onChoice({ ...choice, widths: { ...choice.widths, [column.key]: boundedWidth(width) } })
  const keyDown = (event: KeyboardEvent, column: Column<Row> | undefined) => {
    const buttons = [...(props.header.current?.querySelectorAll<HTMLElement>('[data-title]') ?? [])]
    const index = buttons.indexOf(event.currentTarget as HTMLElement)
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (event.key === 'ArrowDown') props.onLeave()
    else if (step !== 0 && event.shiftKey && column) {
      const cell = (event.currentTarget as HTMLElement).parentElement
      resize(column, (cell?.offsetWidth ?? widthOf(column, choice)) + step * resizeStep)
    } else if (step !== 0) buttons[index + step]?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div role="rowgroup" className={styles.header} ref={props.header}>
      <div role="row" aria-rowindex={1} className={styles.titles}>
        {columns.map((column, index) => (
          <div
            key={column.key}
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={sort?.key === column.key ? sort.direction : undefined}
            className={styles.title}
            data-align={column.align}
          >
            <Title
              column={column}
              direction={sort?.key === column.key ? sort.direction : undefined}
              tabStop={props.tabStop && index === 0}
              onSort={() => props.onSort(column.key)}
              onKeyDown={(event) => keyDown(event, column)}
            />
            <ResizeEdge
              onResize={(width) => resize(column, width)}
              onReset={() => {
                const { [column.key]: _, ...widths } = choice.widths
                props.onChoice({ ...choice, widths })
              }}
            />
          </div>
        ))}
        <ColumnChooser {...props} onKeyDown={(event) => keyDown(event, undefined)} />
      </div>
    </div>
  )
}

function Title<Row>(props: {
  readonly column: Column<Row>
  readonly direction: Sort['direction'] | undefined
  readonly tabStop: boolean
  readonly onSort: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}) {
  const { t } = useTranslation('table')
  const { column, direction } = props
  const sortable = column.compare !== undefined
  return (
    <button
      type="button"
      data-title
      className={styles.titleButton}
      tabIndex={props.tabStop ? 0 : -1}
      aria-disabled={!sortable}
      title={sortable ? t(`sort.${direction ?? 'none'}`, { title: column.title }) : column.title}
      onClick={sortable ? props.onSort : undefined}
      onKeyDown={props.onKeyDown}
    >
      <span className={styles.titleText}>{column.title}</span>
      {direction === 'ascending' && <CaretUpOutlined aria-hidden className={styles.sortMark} />}
      {direction === 'descending' && <CaretDownOutlined aria-hidden className={styles.sortMark} />}
    </button>
  )
}

function ResizeEdge(props: { readonly onResize: (width: number) => void; readonly onReset: () => void }) {
  const { t } = useTranslation('table')
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    const edge = event.currentTarget
    const cell = edge.parentElement
    if (!cell || event.button !== 0) return
    event.preventDefault()
    const [startX, startWidth] = [event.clientX, cell.offsetWidth]
    edge.setPointerCapture(event.pointerId)
    edge.onpointermove = (move) => props.onResize(startWidth + move.clientX - startX)
    edge.onlostpointercapture = () => {
      edge.onpointermove = null
    }
  }
  return (
    <div
      aria-hidden
      title={t('resize')}
      className={styles.resize}
      onPointerDown={begin}
      onDoubleClick={props.onReset}
    />
  )
}

function ColumnChooser<Row>(
  props: DataTableHeaderProps<Row> & { readonly onKeyDown: (event: KeyboardEvent) => void },
) {
  const { t } = useTranslation('table')
  const [open, setOpen] = useState(false)
  const { allColumns, choice, columns } = props
  const folded = allColumns.filter((column) => isShown(column, choice) && !columns.includes(column))
  const list = (
    <div
      className={styles.chooser}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        setOpen(false)
        props.header.current?.querySelector<HTMLElement>('[data-chooser]')?.focus()
      }}
    >
      {allColumns.map((column, index) => (
        <Checkbox
          key={column.key}
          checked={isShown(column, choice)}
          // The first column names the row.
          disabled={index === 0}
          onChange={({ target }) =>
            props.onChoice({ ...choice, shown: { ...choice.shown, [column.key]: target.checked } })
          }
        >
          {column.title}
        </Checkbox>
      ))}
      {folded.length > 0 && (
        <p className={styles.folded}>
          {t('columns.folded', { names: folded.map((column) => column.title).join(t('list.separator')) })}
        </p>
      )}
      <Button type="link" size="small" onClick={() => props.onChoice(noChoice)}>
        {t('columns.reset')}
      </Button>
    </div>
  )
  return (
    <div role="columnheader" aria-colindex={columns.length + 1} className={styles.chooserCell}>
      <Popover
        content={list}
        title={t('columns')}
        trigger="click"
        placement="bottomRight"
        open={open}
        onOpenChange={setOpen}
      >
        <button
          type="button"
          data-title
          data-chooser
          tabIndex={-1}
          className={styles.chooserButton}
          aria-label={t('columns')}
          aria-expanded={open}
          title={t('columns')}
          onKeyDown={props.onKeyDown}
        >
          <SettingOutlined aria-hidden />
        </button>
      </Popover>
    </div>
  )
}
