import type { ReactNode } from 'react'

interface EmptyStateProps {
  readonly icon?: ReactNode
  readonly title: string
  /** What this place is for and what to do first. */
  readonly text?: ReactNode
  /** Buttons; the first one primary. */
  readonly actions?: ReactNode
  /** Heading level inside the page. */
  readonly level?: 2 | 3
}

/** A place with nothing in it yet: what belongs here, and how to begin. */
export function EmptyState({ icon, title, text, actions, level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
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
