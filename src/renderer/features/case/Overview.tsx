import { useEffect, useRef, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { useCaseWork } from './case-context.ts'
import { CrimesField } from './fields/CrimesField.tsx'
import { FindingsPanel } from './FindingsPanel.tsx'
import { focusPlace } from './jump.ts'
import { partIds, type PartId } from './next-step.ts'
import { AgentsPart } from './parts/AgentsPart.tsx'
import { BundlePart } from './parts/BundlePart.tsx'
import { CasePart } from './parts/CasePart.tsx'
import { NoticePart } from './parts/NoticePart.tsx'
import { RightHoldersPart } from './parts/RightHoldersPart.tsx'
import { RightsPart } from './parts/RightsPart.tsx'
import { SuspectsPart } from './parts/SuspectsPart.tsx'
import styles from './case.module.css'

const parts: Readonly<Record<PartId, ComponentType>> = {
  case: CasePart,
  notice: NoticePart,
  suspects: SuspectsPart,
  crimes: CrimesField,
  rightHolders: RightHoldersPart,
  agents: AgentsPart,
  rights: RightsPart,
  bundle: BundlePart,
}

/** The facts of the case as forms, what is missing beside them. Everything is stored as it is typed. */
export function Overview() {
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
        {partIds.map((id) => {
          const Part = parts[id]
          return (
            <section key={id} className={styles.part} data-path={`part:${id}`} aria-labelledby={`part-${id}`}>
              <h2 id={`part-${id}`}>{t(`part.${id}`)}</h2>
              <Part />
            </section>
          )
        })}
      </form>
      <FindingsPanel />
    </div>
  )
}
