import type { History, Register } from './register.ts'
import type { SealedCollection } from './signing-records.ts'

/** One register for the life of the window: it leads to whichever is open, and asks before the first write. */
export interface GatedRegister {
  readonly register: Register
  /** Leads to another register from now on, or to none. */
  readonly leadTo: (register: Register | undefined) => void
}

/**
 * `current` throws when there is none; `storable` throws or rejects when nothing may be written, and gives undefined when it
 * may at once: then a write is under way before its call returns.
 */
export function gatedRegister(
  current: () => Register,
  storable: () => Promise<void> | undefined,
): GatedRegister {
  const { history, leadTo } = switchingHistory(current)
  /** Told by this window, though a lock may have kept their marks from being removed. */
  const endedTakeIns = new Set<string>()

  /** Calls what the open register has under that name, when it may be called. */
  const write = async <T>(call: (register: Register) => Promise<T>): Promise<T> => {
    const asked = storable()
    if (asked) await asked
    return call(current())
  }
  const read = async <T>(call: (register: Register) => Promise<T>): Promise<T> => call(current())

  const gatedCollection = <T extends { readonly id: string }>(
    of: (register: Register) => SealedCollection<T>,
  ): SealedCollection<T> => ({
    all: () => read((register) => of(register).all()),
    get: (id) => read((register) => of(register).get(id)),
    add: (value) => write((register) => of(register).add(value)),
    edit: (...given) => write((register) => of(register).edit(...given)),
    remove: (id) => write((register) => of(register).remove(id)),
  })

  const register: Register = {
    get inMemory() {
      return current().inMemory
    },
    cases: {
      summaries: () => read(({ cases }) => cases.summaries()),
      get: (id) => read(({ cases }) => cases.get(id)),
      create: (...given) => write(({ cases }) => cases.create(...given)),
      edit: (...given) => write(({ cases }) => cases.edit(...given)),
      setState: (...given) => write(({ cases }) => cases.setState(...given)),
      erase: (id) => write(({ cases }) => cases.erase(id)),
      emptyTrash: () => write(({ cases }) => cases.emptyTrash()),
      judgeAnew: () => write(({ cases }) => cases.judgeAnew()),
    },
    items: {
      ofCase: (caseId) => read(({ items }) => items.ofCase(caseId)),
      add: (...given) => write(({ items }) => items.add(...given)),
      compose: (...given) => write(({ items }) => items.compose(...given)),
      edit: (...given) => write(({ items }) => items.edit(...given)),
      move: (...given) => write(({ items }) => items.move(...given)),
      setTrashed: (...given) => write(({ items }) => items.setTrashed(...given)),
      setRotation: (...given) => write(({ items }) => items.setRotation(...given)),
      erase: (...given) => write(({ items }) => items.erase(...given)),
      emptyTrash: (caseId) => write(({ items }) => items.emptyTrash(caseId)),
    },
    contents: {
      open: (contentId) => read(({ contents }) => contents.open(contentId)),
      usage: () => read(({ contents }) => contents.usage()),
      removeUnused: (ids) => write(({ contents }) => contents.removeUnused(ids)),
    },
    history,
    takeIns: {
      set: (mark) => write(({ takeIns }) => takeIns.set(mark)),
      remove: (id) => {
        endedTakeIns.add(id)
        return write(({ takeIns }) => takeIns.remove(id))
      },
      takeInterrupted: async () => {
        const marks = await write(({ takeIns }) => takeIns.takeInterrupted())
        return marks.filter((mark) => !endedTakeIns.has(mark.id))
      },
    },
    bundles: {
      ofCase: (caseId) => read(({ bundles }) => bundles.ofCase(caseId)),
      get: (id) => read(({ bundles }) => bundles.get(id)),
      add: (bundle) => write(({ bundles }) => bundles.add(bundle)),
      learn: (...given) => write(({ bundles }) => bundles.learn(...given)),
      remove: (id) => write(({ bundles }) => bundles.remove(id)),
    },
    identities: gatedCollection(({ identities }) => identities),
    signers: gatedCollection(({ signers }) => signers),
    views: gatedCollection(({ views }) => views),
    variants: gatedCollection(({ variants }) => variants),
    holders: gatedCollection(({ holders }) => holders),
    papers: {
      all: () => read(({ papers }) => papers.all()),
      ofHolder: (id) => read(({ papers }) => papers.ofHolder(id)),
      get: (id) => read(({ papers }) => papers.get(id)),
      casesWith: (id) => read(({ papers }) => papers.casesWith(id)),
      add: (added) => write(({ papers }) => papers.add(added)),
      edit: (...given) => write(({ papers }) => papers.edit(...given)),
      replace: (...given) => write(({ papers }) => papers.replace(...given)),
      remove: (ids) => write(({ papers }) => papers.remove(ids)),
    },
  }
  return { register, leadTo }
}

const nothing = { undo: undefined, redo: undefined }

function switchingHistory(current: () => Register): {
  readonly history: History
  readonly leadTo: GatedRegister['leadTo']
} {
  const listeners = new Set<() => void>()
  const changed = () => listeners.forEach((listener) => listener())
  let leading: History | undefined
  let unsubscribe: (() => void) | undefined

  const history: History = {
    state: (caseId) => leading?.state(caseId) ?? nothing,
    undo: async (caseId) => current().history.undo(caseId),
    redo: async (caseId) => current().history.redo(caseId),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  return {
    history,
    leadTo(register: Register | undefined) {
      unsubscribe?.()
      leading = register?.history
      unsubscribe = leading?.subscribe(changed)
      changed()
    },
  }
}
