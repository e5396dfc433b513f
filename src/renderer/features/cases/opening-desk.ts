import type { Finding } from '../../../shared/contract/finding.ts'
import type { JobQueue } from '../../engine-host/jobs.ts'

/** What the person must read, or decide, about a case folder that is opened. */
export interface OpeningQuestion {
  readonly id: string
  /**
   * `refused`: nothing can be made of it; `known`: a case of this code is there, make another?; `lost`: go on without
   * these items?; `opened`: it is in, with these notes.
   */
  readonly kind: 'refused' | 'known' | 'lost' | 'opened'
  readonly folder: string
  readonly findings: readonly Finding[]
  /** Where the case that is there already can be looked at. */
  readonly known?: { readonly caseId: string; readonly caseCode: string }
  /** Called once with the answer; `false` also for closing. */
  readonly answer: (goOn: boolean) => void
}

/** Questions that wait for an answer, kept while the window is open: a folder is opened while other pages are shown. */
export class OpeningDesk {
  #questions: readonly OpeningQuestion[] = []
  readonly #listeners = new Set<() => void>()

  readonly questions = (): readonly OpeningQuestion[] => this.#questions

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** True when the person goes on. `signal` takes the question away and answers with false. */
  ask(question: Omit<OpeningQuestion, 'answer'>, signal?: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const answer = (goOn: boolean) => {
        this.#change(this.#questions.filter((each) => each !== asked))
        resolve(goOn)
      }
      const asked: OpeningQuestion = { ...question, answer }
      signal?.addEventListener('abort', () => answer(false), { once: true })
      this.#change([...this.#questions, asked])
    })
  }

  #change(questions: readonly OpeningQuestion[]): void {
    this.#questions = questions
    for (const listener of [...this.#listeners]) listener()
  }
}

const desks = new WeakMap<JobQueue, OpeningDesk>()

/** The desk of a window. */
export function openingDesk(jobs: JobQueue): OpeningDesk {
  const desk = desks.get(jobs) ?? new OpeningDesk()
  desks.set(jobs, desk)
  return desk
}
