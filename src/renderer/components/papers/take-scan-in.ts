import { Failure } from '../../../shared/contract/failure.ts'
import type { TakenIn } from '../../../shared/domain/intake.ts'
import type { PickedFile } from '../../platform/platform.ts'
import type { Services } from '../../services.ts'

/** A scan in the register. */
export interface Scan {
  readonly contentId: string
  readonly original: TakenIn
}

/** Stores one scan. Throws as `Engine.takeIn`, and Failure register.locked or register.read-only. */
export async function takeScanIn(
  { engine, session }: Pick<Services, 'engine' | 'session'>,
  { file, path }: PickedFile,
  signal: AbortSignal,
  report: (bytesDone: number) => void = () => undefined,
): Promise<Scan> {
  const { original, contentId } = await engine.takeIn(file, path, { signal, report })
  if (contentId === undefined) {
    throw new Failure(session.state().kind === 'open' ? 'register.read-only' : 'register.locked')
  }
  return { contentId, original }
}
