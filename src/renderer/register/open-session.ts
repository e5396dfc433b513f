import { instantOf } from '../../shared/domain/instant.ts'
import { Failure } from '../../shared/contract/failure.ts'
import type { VaultAccess } from '../engine-host/engine.ts'
import type { BoardJudge } from './board-judge.ts'
import { sweepContents } from './content-sweep.ts'
import { type Argon2Parameters, argon2Parameters, type Derive, deriveHere, deriveInWorker } from './derive.ts'
import { gatedRegister } from './gated-register.ts'
import { heldWork } from './held-work.ts'
import { type MemoryRegister, type MemoryVault, memoryVault } from './memory-vault.ts'
import { keepStorage, type OpenedVault, openedVault } from './opened-vault.ts'
import { requireStrong } from './passphrase.ts'
import { writingPen } from './pen.ts'
import {
  type DatabaseHome,
  failureOfWrite,
  openRegisterDb,
  type RegisterDb,
  registerName,
} from './register-db.ts'
import type { RecoverySheet, Session, SessionState } from './session.ts'
import type { StoredRegister } from './stored-register.ts'
import { makeHeader } from './vault.ts'
import { keysOf, type VaultKeys } from './vault-keys.ts'
import { type Unlocked, type VaultLock, vaultLock } from './vault-lock.ts'
import { vaultQuestion } from './vault-question.ts'
import { watchForVault } from './vault-watch.ts'
import { readTries } from './wrong-tries.ts'

/** What a session stands on; in the window only the first two are given. */
export interface SessionOptions {
  /** Hears where originals go: when the vault opens, and `undefined` with the reason when it is not to be written to. */
  useVault?(access: VaultAccess | undefined, why?: 'register.locked' | 'register.read-only'): void
  /** Fills the register in memory (the sample) before it is shown. */
  fillMemory?(memory: MemoryRegister): Promise<void>
  readonly databaseName?: string
  readonly home?: DatabaseHome
  readonly derive?: Derive
  readonly parameters?: Argon2Parameters
  readonly now?: () => Date
  readonly newId?: () => string
  /** Judges cases for the board. */
  readonly board?: BoardJudge
}

/** A session, with an end. */
export interface OpenedSession extends Session {
  /** Locks, and closes the database: for a window that goes away, and tests. */
  close(): Promise<void>
}

/** The register of this window. Begins in the state `starting`, and tells what it found. */
export function openSession(options: SessionOptions = {}): OpenedSession {
  const name = options.databaseName ?? registerName
  const clock = {
    now: options.now ?? (() => new Date()),
    newId: options.newId ?? (() => crypto.randomUUID()),
    board: options.board,
  }
  const lockParts = {
    ...clock,
    derive: options.derive ?? (typeof Worker === 'function' ? deriveInWorker : deriveHere),
    parameters: options.parameters ?? argon2Parameters,
  }
  const listeners = new Set<() => void>()
  const held = heldWork()
  const question = vaultQuestion()
  const gated = gatedRegister(() => current().register, storable)
  const pen = writingPen(`${name}:pen`, penChanged)
  let state: SessionState = { kind: 'starting' }
  let stored: { readonly database: RegisterDb; readonly lock: VaultLock } | undefined
  let memory: MemoryVault | undefined
  let opened: OpenedVault | undefined
  let closing = false
  let turn: Promise<unknown> = start().catch(fail)

  /** Opening, locking and changing passphrases happen one after the other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  }

  function become(next: SessionState): void {
    state = next
    gated.leadTo(next.kind === 'memory' || next.kind === 'open' ? current().register : undefined)
    const readOnly = next.kind === 'open' && next.readOnly
    if (next.kind === 'open' && !readOnly && opened) options.useVault?.(accessTo(opened.keys))
    else options.useVault?.(undefined, readOnly ? 'register.read-only' : 'register.locked')
    listeners.forEach((listener) => listener())
  }

  /** What the engine needs; the key of the rows is none of it. */
  function accessTo({ contentKey, tagKey }: VaultKeys): VaultAccess {
    return { databaseName: name, contentKey, tagKey }
  }

  function current(): StoredRegister {
    const register = opened?.register ?? (state.kind === 'locked' ? undefined : memory?.stored)
    if (!register) throw new Failure('register.locked')
    return register
  }

  function fail(error: unknown): void {
    forget()
    const failure =
      error instanceof Failure
        ? error
        : new Failure('register.unusable', { reason: error instanceof Error ? error.name : 'unknown' }, error)
    become({ kind: 'unusable', failure })
  }

  async function start(): Promise<void> {
    const database = await openRegisterDb(name, options.home)
    stored = { database, lock: vaultLock(database, lockParts) }
    // Another window upgrades or deletes the register, or the browser takes the files away.
    database.on('versionchange', () => {
      database.close()
      fail(new Failure('register.unusable', { reason: 'versionchange' }))
    })
    database.on('close', () => fail(new Failure('register.unusable', { reason: 'closed' })))
    if (await stored.lock.header()) return becomeLocked(database)
    if ((await database.cases.count()) > 0) throw new Failure('register.unusable', { reason: 'vault-header' })
    memory = await memoryVault(clock)
    // The window can be used without the sample.
    await options.fillMemory?.(memory).catch(raise)
    become({ kind: 'memory' })
    watchForVault(database, () => {
      void inTurn(async () => {
        if (state.kind === 'memory') await becomeLocked(database)
      }).catch(fail)
    })
  }

  async function becomeLocked(database: RegisterDb): Promise<void> {
    const tries = await readTries(database, clock.now())
    // At once: what is shown must not ask a register that is gone.
    forget()
    become({ kind: 'locked', ...tries })
  }

  function forget(): void {
    opened?.register.forget()
    opened = undefined
    memory?.close()
    memory = undefined
    pen.release()
  }

  function penChanged(held: boolean): void {
    if (!opened || state.kind !== 'open') return
    if (!held) opened.register.forgetHistory()
    become({ kind: 'open', readOnly: !held })
  }

  async function openVault({ header, vaultKey }: Unlocked): Promise<void> {
    const { database } = present()
    const keys = await keysOf(vaultKey, header.vaultId)
    vaultKey.fill(0)
    const vault = openedVault({ ...clock, database, keys, current: () => opened, mayWrite: pen.held })
    if (await pen.acquire()) await sweepContents(database).catch(raise)
    memory?.close()
    memory = undefined
    opened = vault
    become({ kind: 'open', readOnly: !pen.held() })
    keepStorage().catch(() => undefined)
    if (pen.held()) judgeAnew()
  }

  // The list is there already; what the law data changed comes into it case by case.
  const judgeAnew = () => void opened?.register.register.cases.judgeAnew().catch(raiseUnlessLocked)

  function present() {
    if (state.kind === 'unusable') throw state.failure
    if (!stored) throw new Failure('register.unusable', { reason: 'closed' })
    return stored
  }

  function storable(): Promise<void> | undefined {
    if (state.kind === 'open' && !state.readOnly && !closing) return undefined
    return whenStorable().then((made) => {
      if (!made) throw new DOMException('no passphrase was set', 'AbortError')
    })
  }

  async function whenStorable(): Promise<boolean> {
    if (state.kind === 'starting') await turn
    if (state.kind === 'unusable') throw state.failure
    if (state.kind === 'locked' || closing) throw new Failure('register.locked')
    if (state.kind === 'open' && state.readOnly) throw new Failure('register.read-only')
    if (state.kind === 'open') return true
    return (await question.ask()) && isOpen()
  }

  const isOpen = () => state.kind === 'open'

  async function createVault(passphrase: string): Promise<RecoverySheet> {
    const { database } = present()
    if (!memory) throw new Failure('register.changed-elsewhere')
    await requireStrong(passphrase)
    const { vaultId, vaultKey } = memory
    const { derive, parameters } = lockParts
    const { header, code } = await makeHeader(vaultKey, vaultId, passphrase, derive, parameters)
    const moved = await memory.moveTo(database, header).catch((error: unknown) => {
      throw failureOfWrite(error, '')
    })
    if (!moved) {
      await becomeLocked(database)
      throw new Failure('register.changed-elsewhere')
    }
    await openVault({ header, vaultKey })
    return sheet(code, vaultId)
  }

  const sheet = (code: string, vaultId: string) => ({ code, vaultId, madeAt: instantOf(clock.now()) })

  async function lock(): Promise<void> {
    if (!opened) return
    await held.settled()
    closing = true
    try {
      options.useVault?.(undefined, 'register.locked')
      await opened.register.settled()
      await becomeLocked(present().database)
    } finally {
      closing = false
    }
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    register() {
      current()
      return gated.register
    },
    createVault: (passphrase) => inTurn(() => createVault(passphrase)),
    unlock: (passphrase) =>
      inTurn(async () => {
        if (opened) return
        const { database, lock } = present()
        try {
          await openVault(await lock.unlock(passphrase))
        } catch (error) {
          if (state.kind === 'locked') become({ kind: 'locked', ...(await readTries(database, clock.now())) })
          throw error
        }
      }),
    recover: (code, newPassphrase) =>
      inTurn(async () => {
        const unlocked = await present().lock.recover(code, newPassphrase)
        if (opened) unlocked.vaultKey.fill(0)
        else await openVault(unlocked)
      }),
    changePassphrase: (now, next) => inTurn(() => present().lock.changePassphrase(now, next)),
    renewRecovery: (passphrase) =>
      inTurn(async () => {
        const { code, vaultId } = await present().lock.renewCode(passphrase)
        return sheet(code, vaultId)
      }),
    lock: () => inTurn(lock),
    takeOver: () =>
      inTurn(async () => {
        if (!opened || pen.held()) return
        await pen.steal()
        become({ kind: 'open', readOnly: false })
        judgeAnew()
      }),
    async settled() {
      await held.settled()
      await opened?.register.settled()
    },
    holdFor: held.holdFor,
    whenStorable,
    close: () =>
      inTurn(async () => {
        if (opened) await lock()
        forget()
        stored?.database.close()
        stored = undefined
      }),
    setVaultPrompt: question.askBy,
  }
}

/** Who locks meanwhile goes on after the next unlocking. */
function raiseUnlessLocked(error: unknown): void {
  const locked = error instanceof Failure && ['register.locked', 'register.read-only'].includes(error.code)
  if (!locked) raise(error)
}

/** What must not stop the register from opening is still reported, as an error nobody caught. */
function raise(error: unknown): void {
  queueMicrotask(() => {
    throw error
  })
}
