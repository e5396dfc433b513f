import { expect, test } from 'vitest'
import { Failure } from '../../../src/shared/contract/failure.ts'
import { aDraft, anOpenSession, passphrase } from './a-session.ts'

test('locking waits for what is queued behind a write, and stores it', async () => {
  const session = await anOpenSession()
  const { cases } = session.register()
  const id = await cases.create(aDraft())
  const typed = async (brand: string) =>
    cases.edit(id, (draft) => ({ ...draft, brand }), { kind: 'case.edit' })
  const queue = (async () => {
    await typed('a')
    await new Promise((resolve) => setTimeout(resolve, 20))
    await typed('ab')
  })()
  const release = session.holdFor(() => queue)
  await session.lock()
  release()
  await session.unlock(passphrase)
  expect((await cases.get(id))?.draft.brand).toBe('ab')
})

test('a queue that fails does not keep the vault open', async () => {
  const session = await anOpenSession()
  session.holdFor(() => Promise.reject(new Failure('register.full', { name: '' })))
  await session.settled()
  await session.lock()
  expect(session.state().kind).toBe('locked')
})

test('while it locks, the register answers until the state says that it is locked', async () => {
  const session = await anOpenSession()
  const open: boolean[] = []
  const watch = setInterval(() => {
    if (session.state().kind !== 'open') return
    open.push(true)
    session.register()
  }, 0)
  await session.lock()
  clearInterval(watch)
  expect(session.state().kind).toBe('locked')
})
