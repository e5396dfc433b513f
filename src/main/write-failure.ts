import { Failure } from '../shared/contract/failure.ts'

/** The place is at fault, not the disk. */
const unwritable: ReadonlySet<string> = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'ENAMETOOLONG',
])

/** What the system says of a file as a `Failure` that shows `name`; anything else is a bug and stays what it is. */
export function writeFailure(name: string, error: unknown): Error {
  if (!(error instanceof Error)) return new Error(typeof error, { cause: error })
  if (!('syscall' in error) || !('code' in error)) return error
  const reason = String(error.code)
  if (reason === 'ENOSPC' || reason === 'EDQUOT')
    return new Failure('output.disk-full', { path: name }, error)
  if (reason === 'EFBIG') return new Failure('output.too-large', { path: name }, error)
  const code = unwritable.has(reason) ? 'output.unwritable' : 'output.failed'
  return new Failure(code, { path: name, reason }, error)
}
