import {
  ColumnWidthOutlined,
  DownOutlined,
  ExpandOutlined,
  MenuOutlined,
  RotateLeftOutlined,
  RotateRightOutlined,
  UpOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons'
import { Button, Input, Tooltip } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { typedPage, type Zoom } from './preview-geometry.ts'
import styles from './Preview.module.css'

interface PreviewToolbarProps {
  /** From 0. */
  readonly page: number
  readonly pageCount: number
  readonly onGo: (index: number) => void
  readonly factor: number
  readonly zoom: Zoom
  readonly onZoom: (zoom: Zoom) => void
  readonly onStep: (direction: 1 | -1) => void
  readonly onRotate: (direction: 1 | -1) => void
  /** Undefined: there is but one page. */
  readonly thumbnails: boolean | undefined
  readonly onThumbnails: () => void
  readonly actions?: ReactNode
}

/** The buttons over a preview. */
export function PreviewToolbar(props: PreviewToolbarProps) {
  const { t } = useTranslation('preview')
  const { page, pageCount, zoom } = props
  return (
    <div role="toolbar" aria-label={t('toolbar')} className={styles.toolbar}>
      {props.thumbnails !== undefined && (
        <>
          <Tool
            label={t('thumbnails')}
            icon={<MenuOutlined aria-hidden />}
            pressed={props.thumbnails}
            onClick={props.onThumbnails}
          />
          <span className={styles.roomy}>
            <Tool
              label={t('page.previous')}
              icon={<UpOutlined aria-hidden />}
              disabled={page === 0}
              onClick={() => props.onGo(page - 1)}
            />
            <Tool
              label={t('page.next')}
              icon={<DownOutlined aria-hidden />}
              disabled={page >= pageCount - 1}
              onClick={() => props.onGo(page + 1)}
            />
          </span>
          <PageNumber key={page} page={page} pageCount={pageCount} onGo={props.onGo} />
          <span className={styles.bar} />
        </>
      )}
      <Tool label={t('zoom.out')} icon={<ZoomOutOutlined aria-hidden />} onClick={() => props.onStep(-1)} />
      <Tooltip title={t('zoom.real')}>
        <Button
          type="text"
          size="small"
          className={styles.percent ?? ''}
          onClick={() => props.onZoom({ kind: 'factor', factor: 1 })}
        >
          {t('zoom.percent', { percent: Math.round(props.factor * 100) })}
        </Button>
      </Tooltip>
      <Tool label={t('zoom.in')} icon={<ZoomInOutlined aria-hidden />} onClick={() => props.onStep(1)} />
      <Tool
        label={t('zoom.width')}
        icon={<ColumnWidthOutlined aria-hidden />}
        pressed={zoom.kind === 'width'}
        onClick={() => props.onZoom({ kind: 'width' })}
      />
      <Tool
        label={t('zoom.page')}
        icon={<ExpandOutlined aria-hidden />}
        pressed={zoom.kind === 'page'}
        onClick={() => props.onZoom({ kind: 'page' })}
      />
      <span className={styles.bar} />
      <Tool
        label={t('rotate.left')}
        icon={<RotateLeftOutlined aria-hidden />}
        onClick={() => props.onRotate(-1)}
      />
      <Tool
        label={t('rotate.right')}
        icon={<RotateRightOutlined aria-hidden />}
        onClick={() => props.onRotate(1)}
      />
      <span className={styles.spring} />
      {props.actions}
    </div>
  )
}

/** A small button that shows what it does when it is pointed at. */
export function Tool(props: {
  readonly label: string
  readonly icon: ReactNode
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly onClick: () => void
}) {
  return (
    <Tooltip title={props.label}>
      <Button
        type="text"
        size="small"
        aria-label={props.label}
        aria-pressed={props.pressed}
        className={(props.pressed && styles.pressed) || ''}
        disabled={props.disabled ?? false}
        icon={props.icon}
        onClick={props.onClick}
      />
    </Tooltip>
  )
}

function PageNumber(props: {
  readonly page: number
  readonly pageCount: number
  readonly onGo: (index: number) => void
}) {
  const { t } = useTranslation('preview')
  const [text, setText] = useState(String(props.page + 1))
  const go = () => {
    const typed = typedPage(text, props.pageCount)
    if (typed === undefined) setText(String(props.page + 1))
    else if (typed - 1 !== props.page) props.onGo(typed - 1)
  }
  return (
    <span className={styles.pageNumber}>
      <Input
        size="small"
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('page.go')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onFocus={(event) => event.target.select()}
        onPressEnter={go}
        onBlur={go}
      />
      {t('page.of', { count: props.pageCount })}
    </span>
  )
}
