import type { ReactNode } from 'react'

interface WayProps {
  readonly icon: ReactNode
  readonly name: string
  /** What comes of it. */
  readonly more: string
  readonly primary?: boolean
  readonly disabled?: boolean
  readonly onClick: () => void
}

/** One of few ways to begin: a large button with its icon, its name and a sentence. */
export function Way({ icon, name, more, primary = false, disabled = false, onClick }: WayProps) {
  return (
    <button
      type="button"
      className={primary ? 'way way-primary' : 'way'}
      disabled={disabled}
      onClick={onClick}
    >
      <span className="way-icon" aria-hidden="true">
        {icon}
      </span>
      <span className="way-name">{name}</span>
      <span className="way-more">{more}</span>
    </button>
  )
}
