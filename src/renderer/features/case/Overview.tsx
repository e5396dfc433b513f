import { FindingsPanel } from './FindingsPanel.tsx'
import { CrimesField } from './fields/CrimesField.tsx'
import { AgentsPart } from './parts/AgentsPart.tsx'
import { AuthorityPart } from './parts/AuthorityPart.tsx'
import { BundlePart } from './parts/BundlePart.tsx'
import { CasePart } from './parts/CasePart.tsx'
import { ClaimsPart } from './parts/ClaimsPart.tsx'
import { NoticePart } from './parts/NoticePart.tsx'
import { PolicePart } from './parts/PolicePart.tsx'
import { RightHoldersPart } from './parts/RightHoldersPart.tsx'
import { RightsPart } from './parts/RightsPart.tsx'
import { SuspectsPart } from './parts/SuspectsPart.tsx'
import { PartsPage } from './PartsPage.tsx'

const parts = [
  ['case', CasePart],
  ['notice', NoticePart],
  ['police', PolicePart],
  ['suspects', SuspectsPart],
  ['crimes', CrimesField],
  ['rightHolders', RightHoldersPart],
  ['agents', AgentsPart],
  ['authority', AuthorityPart],
  ['rights', RightsPart],
  ['claims', ClaimsPart],
  ['bundle', BundlePart],
] as const

/** The facts of the case as forms, what is missing beside them. */
export function Overview() {
  return <PartsPage parts={parts} aside={<FindingsPanel />} />
}
