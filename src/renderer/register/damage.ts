import { Failure } from '../../shared/contract/failure.ts'

/** True for a row that cannot be opened, though the vault is open. */
export function isDamaged(error: unknown): boolean {
  return error instanceof Failure && error.code === 'register.damaged'
}
