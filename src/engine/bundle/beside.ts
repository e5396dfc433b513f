import { digestsOf } from '../content/take-in.ts'
import type { ByteSource, JobContext } from '../ports.ts'
import type { BuildPorts } from './build-request.ts'

/** SM3 of a finished file, lower-case hex, made beside the rest where the host can. */
export async function sm3Beside(
  file: ByteSource,
  ports: Pick<BuildPorts, 'hashing' | 'digestBeside'>,
  context: JobContext,
): Promise<string> {
  if (ports.digestBeside) return ports.digestBeside(file, 'sm3')
  return (await digestsOf(file.stream(), ['sm3'], ports.hashing, context.signal)).sm3
}

/** Both, once both have ended: after a failure nobody may still read what is going to be removed. */
export async function bothOf<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other])
  return Promise.all([one, other])
}
