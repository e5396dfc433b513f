import { Button, type ButtonProps, Dropdown, type MenuProps, Tooltip } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'

interface MenuButtonProps extends Omit<ButtonProps, 'onClick' | 'onKeyDown' | 'ref'> {
  readonly menu: MenuProps
  readonly placement?: 'bottomLeft' | 'bottomRight'
  /** Shown when pointed at. */
  readonly hint?: string
}

/**
 * A button that opens a menu. Enter, Space and Down open it with the focus on its first entry, Up and Down move, Esc
 * closes it and gives the focus back. Keys and clicks in the menu go no further.
 */
export function MenuButton({ menu, placement = 'bottomLeft', hint, ...button }: MenuButtonProps) {
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement & HTMLAnchorElement>(null)
  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  // The menu stands elsewhere on the page, but its events come through here.
  const inMenu = (target: EventTarget) => target instanceof Node && !opener.current?.contains(target)
  const keyDown = (event: KeyboardEvent) => {
    if (inMenu(event.target)) {
      event.stopPropagation()
      if (event.key === 'Escape') event.preventDefault()
      // The next stop is that after the button.
      if (event.key === 'Escape' || event.key === 'Tab') close()
      return
    }
    if (event.key === 'Escape' && open) {
      event.preventDefault()
      close()
    } else if (event.key === 'ArrowDown' && !event.altKey) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(true)
    }
  }
  return (
    <span
      className="menu-button"
      onKeyDown={keyDown}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Dropdown
        menu={{
          ...menu,
          onClick: (info) => {
            // What the entry does may take the focus on; else it is back where it was.
            if (document.activeElement?.closest('[role="menu"]')) opener.current?.focus()
            menu.onClick?.(info)
          },
        }}
        trigger={['click']}
        placement={placement}
        disabled={button.disabled ?? false}
        autoFocus
        open={open}
        onOpenChange={setOpen}
      >
        <Tooltip title={open ? undefined : hint}>
          <Button {...button} ref={opener} aria-haspopup="menu" aria-expanded={open} />
        </Tooltip>
      </Dropdown>
    </span>
  )
}
