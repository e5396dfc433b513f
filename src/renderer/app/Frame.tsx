import { useRef, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { CaseCommands } from './CaseCommands.tsx'
import { useCommand } from './commands.ts'
import { CommandPalette } from './CommandPalette.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Rail } from './Rail.tsx'
import { ShortcutList } from './ShortcutList.tsx'
import { TopBar } from './TopBar.tsx'
import { usePageFocus } from './use-page-focus.ts'

interface FrameProps {
  /** Above the page: what the person must know about the whole register. */
  readonly banner?: ReactNode
  readonly children: ReactNode
}

/** Rail, top bar and the page between them; the commands every page has. */
export function Frame({ banner, children }: FrameProps) {
  const [path, go] = useLocation()
  const [open, setOpen] = useState<'palette' | 'shortcuts' | undefined>()
  const main = useRef<HTMLElement>(null)
  const close = () => setOpen(undefined)
  usePageFocus(main, path)
  useCommand('search', () => setOpen('palette'))
  useCommand('shortcuts', () => setOpen('shortcuts'))
  useCommand('verify', () => go('/verify'))
  useCommand('settings', () => go('/settings'))
  useCommand('about', () => go('/settings/about'))
  return (
    <div className="frame">
      <CaseCommands />
      <Rail onSkip={() => main.current?.focus()} />
      <TopBar />
      <div className="frame-body">
        {banner}
        <main className="frame-main" ref={main} tabIndex={-1}>
          <ErrorBoundary place={path}>{children}</ErrorBoundary>
        </main>
      </div>
      {open === 'palette' && <CommandPalette onClose={close} />}
      {open === 'shortcuts' && <ShortcutList onClose={close} />}
    </div>
  )
}
