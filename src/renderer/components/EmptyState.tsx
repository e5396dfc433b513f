import type { ReactNode } from 'react'

interface EmptyStateProps {
  readonly icon?: ReactNode
  readonly title: string
  /** What this place is for and what to do first. */
  readonly text?: ReactNode
  /** Buttons; the first one primary. */
  readonly actions?: ReactNode
  /** Heading level inside the page; 1 where this is the page. */
  readonly level?: 1 | 2 | 3
}

/** A place with nothing in it yet: what belongs here, and how to begin. */
export function EmptyState({ icon, title, text, actions, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const
  return (
    <section className="empty-state">
      {icon !== undefined && (
        <div className="empty-state-icon" aria-hidden="true">
          {icon}
        </div>
      )}
      <Heading className="empty-state-title">{title}</Heading>
      {text !== undefined && <div className="empty-state-text">{text}</div>}
      {actions !== undefined && <div className="empty-state-actions">{actions}</div>}
    </section>
  )
}
