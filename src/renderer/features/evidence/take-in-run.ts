import { Failure } from '../../../shared/contract/failure.ts'
import { titleOfFile } from '../../../shared/domain/item-titles.ts'
import { isAbort } from '../../app/error-details.ts'
import type { JobHandle } from '../../engine-host/jobs.ts'
import type { LeftOut, PickedFile } from '../../platform/platform.ts'
import type { NewItem, Register } from '../../register/register.ts'
import type { Services } from '../../services.ts'
import { evidenceRows, fileName } from './evidence-rows.ts'
import { proposedDetails, type Stored, type Twin, Twins } from './intake-plan.ts'

/** A file and the group it goes to. */
export interface WantedFile {
  readonly picked: PickedFile
  readonly groupId: string
}

export interface FailedFile extends WantedFile {
  readonly error: unknown
}

export interface DoubleFile {
  readonly stored: Stored
  readonly twin: Twin
}

/** How taking in ended: what is in, what is not and why, what waits for a decision. */
export interface TakeInReport {
  readonly id: string
  readonly caseId: string
  readonly total: number
  readonly added: readonly string[]
  readonly failed: readonly FailedFile[]
  readonly doubles: readonly DoubleFile[]
  readonly leftOut: readonly LeftOut[]
  readonly cancelled: boolean
}

/** Items are stored in batches: often enough to be seen coming, seldom enough not to slow the reading down. */
const batchMs = 700
const batchFiles = 25

/**
 * Takes files into a case, one after the other, and reports on the job. A file that fails is noted and the rest goes on;
 * when nothing more can be stored, the rest fails alike; when the case is full, what is in it already is still told. Stopping keeps what is in. All items are one step of the history.
 */
export async function takeFilesIn(
  services: Services,
  caseId: string,
  files: readonly WantedFile[],
  leftOut: readonly LeftOut[],
  job: JobHandle,
): Promise<TakeInReport> {
  const register = services.session.register()
  const run = new TakeInRun(services, register, caseId, files, job)
  await run.perform()
  return { id: services.newId(), caseId, total: files.length, leftOut, ...run.result() }
}

class TakeInRun {
  readonly #services: Services
  readonly #register: Register
  readonly #caseId: string
  readonly #files: readonly WantedFile[]
  readonly #job: JobHandle
  readonly #id: string
  readonly #twins = new Twins()
  readonly #added: string[] = []
  readonly #failed: FailedFile[] = []
  readonly #doubles: DoubleFile[] = []
  #batch: Stored[] = []
  #batchSince = 0
  /** Items the case has when this begins. */
  #present = 0
  #cancelled = false

  constructor(
    services: Services,
    register: Register,
    caseId: string,
    files: readonly WantedFile[],
    job: JobHandle,
  ) {
    this.#services = services
    this.#register = register
    this.#caseId = caseId
    this.#files = files
    this.#job = job
    this.#id = services.newId()
  }

  result() {
    return {
      added: this.#added,
      failed: this.#failed,
      doubles: this.#doubles,
      cancelled: this.#cancelled,
    }
  }

  async perform(): Promise<void> {
    await this.#rememberContents()
    await this.#mark()
    try {
      await this.#takeAll()
    } finally {
      await this.#register.takeIns.remove(this.#id).catch(toldAnyway)
    }
  }

  async #takeAll(): Promise<void> {
    const bytesTotal = this.#files.reduce((sum, { picked }) => sum + picked.file.size, 0)
    let bytesBefore = 0
    this.#job.report({ total: this.#files.length, done: 0, bytesTotal, bytesDone: 0 })
    for (const [index, wanted] of this.#files.entries()) {
      const { file, path } = wanted.picked
      try {
        this.#job.signal.throwIfAborted()
        const taken = await this.#services.engine.takeIn(file, path, {
          signal: this.#job.signal,
          report: (done) => this.#job.report({ bytesDone: bytesBefore + done }),
        })
        if (taken.contentId === undefined) throw notStorable(this.#services)
        await this.#keep({ ...wanted, original: taken.original, contentId: taken.contentId })
        if (this.#batchIsDue()) await this.#storeBatch()
      } catch (error) {
        if (isAbort(error)) {
          this.#cancelled = true
          break
        }
        this.#failed.push({ ...wanted, error })
        if (stopsAll(error)) {
          this.#failed.push(...this.#files.slice(index + 1).map((left) => ({ ...left, error })))
          break
        }
      }
      bytesBefore += file.size
      this.#job.report({ done: index + 1, bytesDone: bytesBefore })
    }
    await this.#storeBatch()
  }

  async #rememberContents(): Promise<void> {
    const [kept, items] = await Promise.all([
      this.#register.cases.get(this.#caseId),
      this.#register.items.ofCase(this.#caseId),
    ])
    const rows = evidenceRows(kept?.draft.groups ?? [], items)
    this.#present = rows.length
    for (const { label, item } of rows) {
      // A paper that is only kept may be handed in as well.
      if (label === '') continue
      this.#twins.add(item.original.sha256, { kind: 'item', label, name: item.details.name })
    }
    for (const item of items.filter((each) => each.trashed)) {
      this.#twins.add(item.original.sha256, { kind: 'trashed', name: item.details.name })
    }
  }

  async #keep(stored: Stored): Promise<void> {
    const twin = this.#twins.of(stored.original.sha256)
    if (twin && stored.original.bytes > 0) {
      this.#doubles.push({ stored, twin })
      return
    }
    const { maxItems } = this.#services.limits
    if (this.#present + this.#added.length + this.#batch.length >= maxItems) {
      await this.#register.contents.removeUnused([stored.contentId])
      throw new Failure('intake.case-full', { name: nameOf(stored), limit: maxItems })
    }
    this.#twins.add(stored.original.sha256, { kind: 'file', path: stored.original.path })
    if (this.#batch.length === 0) this.#batchSince = performance.now()
    this.#batch.push(stored)
  }

  /** Tells the next window how far this came, should this one end now. */
  async #mark(): Promise<void> {
    const stored = this.#added.length + this.#doubles.length
    await this.#register.takeIns
      .set({ id: this.#id, caseId: this.#caseId, total: this.#files.length, stored })
      .catch(toldAnyway)
  }

  #batchIsDue(): boolean {
    return this.#batch.length >= batchFiles || performance.now() - this.#batchSince > batchMs
  }

  async #storeBatch(): Promise<void> {
    const batch = this.#batch
    if (batch.length === 0) return
    this.#batch = []
    try {
      const ids = await this.#register.items.add(this.#caseId, batch.map(itemOf), `take-in ${this.#id}`)
      this.#added.push(...ids)
    } catch (error) {
      // What is read but not listed is not in: it must be told, and can be tried again.
      this.#failed.push(...batch.map(({ picked, groupId }) => ({ picked, groupId, error })))
    }
    await this.#mark()
  }
}

/** A mark that cannot be written must not keep a file out; what keeps files out is told with them. */
function toldAnyway(): void {
  return undefined
}

function notStorable({ session }: Services): Failure {
  return new Failure(session.state().kind === 'open' ? 'register.read-only' : 'register.locked')
}

/** A new item of a stored file, with what its name proposes. */
export function itemOf({ groupId, contentId, original }: Stored): NewItem {
  return { groupId, contentId, original, details: proposedDetails(original, titleOfFile(original.path)) }
}

/** Failures that the next file would meet too. */
function stopsAll(error: unknown): boolean {
  return (
    error instanceof Failure &&
    (['register.full', 'register.locked', 'register.read-only', 'register.unusable'] as string[]).includes(
      error.code,
    )
  )
}

/** The name of a file for a sentence. */
export function nameOf({ picked }: Pick<WantedFile, 'picked'>): string {
  return fileName(picked.path)
}
