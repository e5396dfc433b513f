import { Button } from 'antd'
import { Component, useContext, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { ServicesContext } from '../services.ts'
import { errorLine } from './error-details.ts'

interface BoundaryProps {
  readonly log: (entry: string) => void
  /** The error is forgotten when this changes: another page may work. */
  readonly place: string
  readonly children: ReactNode
}

interface BoundaryState {
  readonly error: unknown
  readonly failed: boolean
  readonly place: string
}

class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: undefined, failed: false, place: this.props.place }

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { error, failed: true }
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: BoundaryState): Partial<BoundaryState> | null {
    return props.place === state.place ? null : { place: props.place, failed: false, error: undefined }
  }

  override componentDidCatch(error: unknown): void {
    this.props.log(errorLine(error))
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return <BrokenPage error={this.state.error} onRetry={() => this.setState({ failed: false })} />
  }
}

/** Keeps a page that broke from taking the window with it; the rest goes on. */
export function ErrorBoundary({ place, children }: { readonly place: string; readonly children: ReactNode }) {
  const services = useContext(ServicesContext)
  return (
    <Boundary place={place} log={(entry) => services?.platform.log(entry)}>
      {children}
    </Boundary>
  )
}

function BrokenPage({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation('frame')
  return (
    <div className="page page-narrow">
      <ErrorNotice
        error={error}
        actions={
          <Button size="small" onClick={onRetry}>
            {t('tryAgain')}
          </Button>
        }
      />
    </div>
  )
}
