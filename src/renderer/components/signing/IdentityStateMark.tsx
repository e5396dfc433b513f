import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseSquareOutlined,
  HourglassOutlined,
  StopOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'
import type { IdentityState } from '../../../shared/domain/signing-identity.ts'
import styles from './signing.module.css'
import { useStateWords } from './use-state-words.ts'

const icons: Readonly<Record<IdentityState['kind'], ComponentType<{ readonly 'aria-hidden': true }>>> = {
  valid: CheckCircleOutlined,
  soon: ClockCircleOutlined,
  expired: StopOutlined,
  'not-yet-valid': HourglassOutlined,
  'not-for-signing': CloseSquareOutlined,
}

/** How an identity stands: a shape and a word of its own for each state. */
export function IdentityStateMark({ state }: { readonly state: IdentityState }) {
  const words = useStateWords()
  const Icon = icons[state.kind]
  return (
    <span className={styles.state} data-state={state.kind}>
      <Icon aria-hidden />
      {words(state).state}
    </span>
  )
}
