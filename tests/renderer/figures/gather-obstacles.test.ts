import { expect, test } from 'vitest'
import { gatherObstacles } from '../../../src/renderer/features/figures/gather-obstacles.ts'
import { Failure } from '../../../src/shared/contract/failure.ts'
import { blankDraft } from '../../../src/shared/domain/case-draft.ts'
import { quietJob, registerInMemory } from '../case-folder/case-folder-ports.ts'

const obstacle = { kind: 'logistics', on: '2026-10-02', note: '原件在途' } as const

async function threeCases() {
  const { vault } = await registerInMemory()
  const { register } = vault
  const ids: string[] = []
  for (const caseCode of ['A', 'B', 'C']) {
    const draft = blankDraft(caseCode, 'zh', () => crypto.randomUUID())
    ids.push(await register.cases.create({ ...draft, brand: '甲', obstacles: [obstacle] }))
  }
  return { register, ids }
}

test('each case is read once, and no more of it is kept than the report needs', async () => {
  const { register, ids } = await threeCases()
  let settled = false
  const session = {
    register: () => register,
    settled: () => {
      settled = true
      return Promise.resolve()
    },
  }
  const gathered = await gatherObstacles(session, [...ids, 'gone'], quietJob())
  expect(settled).toBe(true)
  expect(gathered.unread).toBe(0)
  expect(gathered.cases).toHaveLength(3)
  expect(gathered.cases[0]).toEqual({
    caseCode: 'A',
    brand: '甲',
    notice: { office: '' },
    obstacles: [obstacle],
  })
})

test('a damaged case is counted and left out; a locked register ends the work', async () => {
  const { register, ids } = await threeCases()
  const failing = (code: 'register.damaged' | 'register.locked') => ({
    register: () => ({
      ...register,
      cases: {
        ...register.cases,
        get: (id: string) => (id === ids[1] ? Promise.reject(new Failure(code)) : register.cases.get(id)),
      },
    }),
    settled: () => Promise.resolve(),
  })
  const gathered = await gatherObstacles(failing('register.damaged'), ids, quietJob())
  expect([gathered.cases.length, gathered.unread]).toEqual([2, 1])
  await expect(gatherObstacles(failing('register.locked'), ids, quietJob())).rejects.toMatchObject({
    code: 'register.locked',
  })
})

test('stopped by the person it reads no further', async () => {
  const { register, ids } = await threeCases()
  const control = new AbortController()
  const seen: (number | undefined)[] = []
  const job = {
    signal: control.signal,
    report: ({ done }: { readonly done?: number }) => {
      seen.push(done)
      if (done === 1) control.abort(new DOMException('stopped', 'AbortError'))
    },
  }
  const session = { register: () => register, settled: () => Promise.resolve() }
  await expect(gatherObstacles(session, ids, job)).rejects.toMatchObject({ name: 'AbortError' })
  expect(seen).toEqual([undefined, 1])
})
