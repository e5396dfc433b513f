/** A job the person sees: what it does, how far it is, how fast. Words are made by the window. */
export interface JobView {
  readonly id: string
  readonly kind: JobKind
  /** For words: the case or file it is about. */
  readonly subject: string
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  /** What it does just now, where its steps have names. */
  readonly step: JobStep | undefined
  /** Files, or steps. */
  readonly done: number
  readonly total: number
  readonly bytesDone: number
  readonly bytesTotal: number
  /** Bytes a second over the last seconds; 0 when unknown. */
  readonly speed: number
  /** Seconds left; undefined when unknown. */
  readonly secondsLeft: number | undefined
  readonly error?: unknown
}

/** True for a job that runs or waits for its turn. */
export function isUnderWay({ state }: Pick<JobView, 'state'>): boolean {
  return state === 'running' || state === 'waiting'
}

export type JobKind =
  | 'take-in'
  | 'open-folder'
  | 'save-folder'
  | 'take-out'
  | 'build'
  | 'save-bundle'
  | 'work-out'
  | 'gather'
  | 'verify'

/** Steps of long jobs; their words live in `messages/`. */
export type JobStep = 'survey' | 'compose' | 'assemble' | 'sign' | 'container' | 'write' | 'verify'

export interface JobHandle {
  readonly signal: AbortSignal
  report(
    progress: Partial<Pick<JobView, 'done' | 'total' | 'bytesDone' | 'bytesTotal' | 'subject' | 'step'>>,
  ): void
}

/** Runs long work one after the other and shows it. A second job waits for the first. */
export interface JobQueue {
  /** Queues work; resolves or rejects as the work does (AbortError when cancelled). */
  run<T>(kind: JobKind, subject: string, work: (job: JobHandle) => Promise<T>): Promise<T>
  jobs(): readonly JobView[]
  subscribe(listener: () => void): () => void
  cancel(id: string): void
  cancelAll(): void
  /** Takes ended jobs out of the list. */
  dismiss(id: string): void
}
