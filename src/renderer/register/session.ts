import type { Failure } from '../../shared/contract/failure.ts'
import type { Register } from './register.ts'

/** Where the window stands with the vault. */
export type SessionState =
  | { readonly kind: 'starting' }
  /** No vault yet: the sample can be looked at, nothing is stored. */
  | { readonly kind: 'memory' }
  /** `waitUntil` (epoch milliseconds) after too many wrong passphrases. */
  | { readonly kind: 'locked'; readonly wrongTries: number; readonly waitUntil: number }
  | { readonly kind: 'open'; readonly readOnly: boolean }
  | { readonly kind: 'unusable'; readonly failure: Failure }

/** The vault and what it protects. One for the window. */
export interface Session {
  state(): SessionState
  subscribe(listener: () => void): () => void
  /** The register of the memory or open state; throws Failure register.locked otherwise. */
  register(): Register
  /** Makes the vault, moves what is in memory into it and opens it. Gives the recovery code, shown once. */
  createVault(passphrase: string): Promise<RecoverySheet>
  /** Throws Failure vault.wrong-passphrase, vault.wait. */
  unlock(passphrase: string): Promise<void>
  /** Opens the vault by the recovery code and sets a new passphrase. Throws Failure vault.wrong-recovery-code. */
  recover(code: string, newPassphrase: string): Promise<void>
  changePassphrase(current: string, next: string): Promise<void>
  /** A new recovery code; the old one stops working. */
  renewRecovery(passphrase: string): Promise<RecoverySheet>
  /** Waits for writes under way, then forgets the key and everything unsealed. */
  lock(): Promise<void>
  /** Makes this window the one that may write; the other becomes read-only. */
  takeOver(): Promise<void>
  /** Resolves when every write under way is stored, and what `holdFor` named. */
  settled(): Promise<void>
  /** Locking and `settled` wait for this too: for writers that queue what is typed. Gives a function that ends it. */
  holdFor(settle: () => Promise<unknown>): () => void
  /**
   * True once something may be stored: at once when the vault is open; in memory, after `prompt` (set by the window)
   * made one; false when the person declined.
   */
  whenStorable(): Promise<boolean>
  setVaultPrompt(prompt: () => Promise<boolean>): void
}

/** What the recovery sheet prints. */
export interface RecoverySheet {
  /** Groups of letters and digits, easy to type. */
  readonly code: string
  readonly vaultId: string
  readonly madeAt: string
}
