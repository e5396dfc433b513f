/** The system's own short reason of a file error, such as `ENOENT`, for the blank of a sentence. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.message : String(error)
}
