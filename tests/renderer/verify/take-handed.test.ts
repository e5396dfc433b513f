import { expect, test } from 'vitest'
import { Failure } from '../../../src/shared/contract/failure.ts'
import { takeHanded } from '../../../src/renderer/features/verify/take-handed.ts'
import type { HandedOver, Platform } from '../../../src/renderer/platform/platform.ts'
import type { Services } from '../../../src/renderer/services.ts'
import { anOpenSession, passphrase } from '../register/a-session.ts'

const one = (path: string): HandedOver => ({
  groups: [],
  refused: [new Failure('verify.vanished', { path, reason: 'ENOENT' })],
})
const pathsOf = (taken: HandedOver | undefined) => taken?.refused.map(({ facts }) => facts['path'])

/** The services, and what answers the question under way for what was handed over. */
async function scene() {
  const answers: ((handed: HandedOver) => void)[] = []
  const takeHandedOver = () => new Promise<HandedOver>((resolve) => answers.push(resolve))
  const session = await anOpenSession()
  const platform = { takeHanded: takeHandedOver } as unknown as Platform
  return { session, services: { session, platform } as unknown as Services, answers }
}

test('what was listed while the vault was locked waits until it is open again, and is got once', async () => {
  const { session, services, answers } = await scene()
  const first = takeHanded(services)
  await session.lock()
  answers[0]!(one('a.zip'))
  expect(await first).toBeUndefined()
  await session.unlock(passphrase)
  const second = takeHanded(services)
  answers[1]!(one('b.zip'))
  const taken = await second
  expect(pathsOf(taken)).toEqual(['a.zip', 'b.zip'])
  expect(taken?.trusted).toEqual([])
  const third = takeHanded(services)
  answers[2]!({ groups: [], refused: [] })
  expect(pathsOf(await third)).toEqual([])
})
