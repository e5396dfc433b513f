import { useEffect, useRef, type ComponentType, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCaseWork } from './case-context.ts'
import { focusPlace } from './jump.ts'
import type { PartId } from './next-step.ts'
import styles from './case.module.css'

interface PartsPageProps {
  readonly parts: readonly (readonly [PartId, ComponentType])[]
  /** Above the parts. */
  readonly head?: ReactNode
  /** Beside the parts. */
  readonly aside?: ReactNode
}

/** Facts of the case as forms, a part each. Everything is stored as it is typed; a jump puts the focus on its place. */
export function PartsPage({ parts, head, aside }: PartsPageProps) {
  const { t } = useTranslation('case')
  const { target, arrived } = useCaseWork()
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!target || !page.current) return
    focusPlace(page.current, target.path)
    arrived()
  }, [target, arrived])
  return (
    <div className={styles.overview} ref={page}>
      <form className={styles.forms} autoComplete="off" onSubmit={(event) => event.preventDefault()}>
        {head}
        {parts.map(([id, Part]) => (
          <section key={id} className={styles.part} data-path={`part:${id}`} aria-labelledby={`part-${id}`}>
            <h2 id={`part-${id}`}>{t(`part.${id}`)}</h2>
            <Part />
          </section>
        ))}
      </form>
      {aside}
    </div>
  )
}
