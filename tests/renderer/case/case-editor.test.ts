import { describe, expect, test } from 'vitest'
import { Failure } from '../../../src/shared/contract/failure.ts'
import type { CaseDraft } from '../../../src/shared/domain/case-draft.ts'
import { CaseEditor } from '../../../src/renderer/features/case/case-editor.ts'
import { withValue } from '../../../src/renderer/features/case/case-path.ts'
import type { Case, EditStep } from '../../../src/renderer/register/register.ts'
import { aDraft } from './a-draft.ts'

const instant = '2026-11-22T06:00:00Z'
const aStoredCase = (draft: CaseDraft): Case => ({
  id: 'case',
  draft,
  state: 'open',
  isSample: false,
  createdAt: instant,
  changedAt: instant,
})

/** A register of one case whose writes wait until they are let through, or fail. */
function slowRegister() {
  let stored = aStoredCase(aDraft())
  const steps: EditStep[] = []
  const gates: { go: () => void; fail: (error: unknown) => void }[] = []
  return {
    steps,
    stored: () => stored,
    replace: (draft: CaseDraft) => (stored = aStoredCase(draft)),
    waiting: () => gates.length,
    async let(error?: unknown) {
      for (let i = 0; i < 20 && gates.length === 0; i += 1) await Promise.resolve()
      const gate = gates.shift()
      if (!gate) throw new Error('no write waits')
      if (error === undefined) gate.go()
      else gate.fail(error)
      for (let i = 0; i < 20; i += 1) await Promise.resolve()
    },
    cases: {
      get: async () => structuredClone(stored),
      edit: async (_id: string, edit: (draft: CaseDraft) => CaseDraft, step: EditStep) => {
        await new Promise<void>((go, fail) => gates.push({ go, fail }))
        stored = aStoredCase(structuredClone(edit(stored.draft)))
        steps.push(step)
      },
    },
  }
}

function openEditor(register: ReturnType<typeof slowRegister>) {
  const editor = new CaseEditor(register.cases, 'case', () => new Date(instant))
  editor.receive(register.stored())
  const type = (text: string, merge = 'visit') =>
    editor.change((draft) => withValue(draft, 'brand', text), { kind: 'case.edit', merge })
  return { editor, type, brand: () => editor.state().draft?.brand }
}

describe('storing what is typed', () => {
  test('shows each change at once; one write flies, what is typed meanwhile is the next', async () => {
    const register = slowRegister()
    const { editor, type, brand } = openEditor(register)
    for (const text of ['a', 'ab', 'abc']) type(text)
    expect(brand()).toBe('abc')
    expect(editor.state().save).toEqual({ kind: 'saving' })
    await register.let()
    expect(register.waiting()).toBe(1)
    expect(brand()).toBe('abc')
    await register.let()
    expect(await editor.settled()).toBe(true)
    expect(register.steps).toHaveLength(2)
    expect(register.stored().draft.brand).toBe('abc')
    expect(editor.state().save).toEqual({ kind: 'saved', at: new Date(instant) })
  })

  test('changes of another visit are steps of their own', async () => {
    const register = slowRegister()
    const { editor, type } = openEditor(register)
    type('a', 'one')
    type('b', 'two')
    type('c', 'three')
    for (let i = 0; i < 3; i += 1) await register.let()
    await editor.settled()
    expect(register.steps.map((step) => step.merge)).toEqual(['one', 'two', 'three'])
  })

  test('a change made when the last write has just ended is stored too', async () => {
    const register = slowRegister()
    const { editor, type } = openEditor(register)
    type('a')
    const again = editor.subscribe(() => {
      if (editor.state().save.kind !== 'saved') return
      again()
      type('b', 'later')
    })
    await register.let()
    await register.let()
    await editor.settled()
    expect(register.stored().draft.brand).toBe('b')
  })

  test('what another window changed is taken over without losing what is typed', async () => {
    const register = slowRegister()
    const { editor, type } = openEditor(register)
    type('typed')
    register.replace(withValue(register.stored().draft, 'notice.office', '另一处'))
    editor.receive(register.stored())
    await register.let()
    await editor.settled()
    expect(editor.state().draft).toMatchObject({ brand: 'typed', notice: { office: '另一处' } })
  })

  test('parts that say the same keep their identity', () => {
    const register = slowRegister()
    const { editor } = openEditor(register)
    const before = editor.state().draft
    editor.receive(structuredClone(register.stored()))
    expect(editor.state().draft).toBe(before)
    editor.receive(aStoredCase(withValue(structuredClone(register.stored().draft), 'brand', 'new')))
    expect(editor.state().draft?.rights).toBe(before?.rights)
  })
})

describe('when storing fails', () => {
  test('the text stays, is told as not stored, and is stored with the next try', async () => {
    const register = slowRegister()
    const { editor, type, brand } = openEditor(register)
    type('kept')
    const full = new Failure('register.full', { name: '' })
    await register.let(full)
    expect(brand()).toBe('kept')
    expect(editor.state().save).toEqual({ kind: 'failed', error: full })
    expect(await editor.settled()).toBe(false)
    editor.retry()
    await register.let()
    expect(await editor.settled()).toBe(true)
    expect(register.stored().draft.brand).toBe('kept')
  })

  test('a declined passphrase puts the stored value back, once for all that waits', async () => {
    const register = slowRegister()
    const { editor, type, brand } = openEditor(register)
    let declined = 0
    editor.onDeclined(() => (declined += 1))
    type('a')
    type('ab')
    await register.let(new DOMException('no passphrase was set', 'AbortError'))
    expect(brand()).toBeUndefined()
    expect(declined).toBe(1)
    expect(register.waiting()).toBe(0)
    expect(editor.state().save.kind).toBe('saved')
  })

  test('a register that is gone at once can be tried again', async () => {
    let gone = true
    const written: string[] = []
    const editor = new CaseEditor(
      {
        get: async () => aStoredCase(aDraft()),
        edit(_id, edit) {
          if (gone) throw new Failure('register.locked')
          written.push(edit(aDraft()).brand ?? '')
          return Promise.resolve()
        },
      },
      'case',
      () => new Date(instant),
    )
    editor.receive(aStoredCase(aDraft()))
    editor.change((draft) => withValue(draft, 'brand', 'x'), { kind: 'case.edit' })
    expect(await editor.settled()).toBe(false)
    gone = false
    editor.retry()
    expect(await editor.settled()).toBe(true)
    expect(written).toEqual(['x'])
  })

  test('what changed elsewhere during a failed write is shown', async () => {
    const register = slowRegister()
    const { editor, type } = openEditor(register)
    type('mine')
    editor.receive(aStoredCase(withValue(register.stored().draft, 'notice.office', '另一处')))
    await register.let(new Failure('register.full', { name: '' }))
    expect(editor.state().draft).toMatchObject({ brand: 'mine', notice: { office: '另一处' } })
    editor.discard()
    expect(editor.state().draft?.brand).toBeUndefined()
  })
})
