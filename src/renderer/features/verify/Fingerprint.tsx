import { hexGroups } from '../../../shared/domain/hex-groups.ts'
import styles from './verify.module.css'

interface FingerprintProps {
  readonly hex: string
  /** What stands for groups that are not shown, and which those are. */
  readonly hidden?: { readonly words: string; readonly at: (index: number) => boolean }
}

/** A digest in groups, as text that can be selected without its gaps. */
export function Fingerprint({ hex, hidden }: FingerprintProps) {
  return (
    <span className={styles.fingerprint}>
      {hexGroups(hex).map((group, index) =>
        hidden?.at(index) === true ? (
          <span key={index} className={styles.group} data-hidden>
            <span aria-hidden="true">········</span>
            <span className="only-heard">{hidden.words}</span>
          </span>
        ) : (
          <span key={index} className={styles.group}>
            {group}
          </span>
        ),
      )}
    </span>
  )
}
