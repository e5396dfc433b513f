import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { argon2Parameters, deriveHere } from '../../../src/renderer/register/derive.ts'
import { passphraseStrength } from '../../../src/renderer/register/passphrase.ts'
import { checkRecoveryCode, newRecoveryCode } from '../../../src/renderer/register/recovery-code.ts'
import { openRegisterDb } from '../../../src/renderer/register/register-db.ts'
import { vaultLock } from '../../../src/renderer/register/vault-lock.ts'
import { aDisk, aDraft, anOpenSession, aSession, passphrase, parameters } from './a-session.ts'

test('after five wrong passphrases one waits, longer each time, also after a restart', async () => {
  let time = Date.parse('2026-11-22T06:00:00Z')
  const disk = { ...aDisk(), now: () => new Date(time) }
  const session = await anOpenSession(disk)
  await session.lock()
  for (let tries = 0; tries < 5; tries++) {
    await expect(session.unlock('wrong')).rejects.toMatchObject({ code: 'vault.wrong-passphrase' })
  }
  expect(session.state()).toEqual({ kind: 'locked', wrongTries: 5, waitUntil: time + 5000 })
  await session.close()

  const again = await aSession(disk)
  expect(again.state()).toEqual({ kind: 'locked', wrongTries: 5, waitUntil: time + 5000 })
  await expect(again.unlock(passphrase)).rejects.toMatchObject({ code: 'vault.wait', facts: { seconds: 5 } })
  time += 5000
  await expect(again.unlock('wrong')).rejects.toMatchObject({ code: 'vault.wrong-passphrase' })
  expect(again.state()).toMatchObject({ waitUntil: time + 10_000 })
  time += 10_000
  await again.unlock(passphrase)
  await again.lock()
  expect(again.state()).toEqual({ kind: 'locked', wrongTries: 0, waitUntil: 0 })
})

test('the recovery code opens the vault and sets a passphrase; a new code replaces the old', async () => {
  const session = await aSession()
  const { code } = await session.createVault(passphrase)
  const caseId = await session.register().cases.create(aDraft())
  await session.lock()
  const typed = ` ${code.toLowerCase().replaceAll('-', '　').replaceAll('0', 'o').replaceAll('1', 'l')}`
  await session.recover(typed, 'nine loud herons at dusk')
  expect(await session.register().cases.get(caseId)).toBeDefined()
  const renewed = await session.renewRecovery('nine loud herons at dusk')
  await session.lock()
  await expect(session.unlock(passphrase)).rejects.toMatchObject({ code: 'vault.wrong-passphrase' })
  await expect(session.recover(code, passphrase)).rejects.toMatchObject({ code: 'vault.wrong-recovery-code' })
  await session.recover(renewed.code, passphrase)
  await session.lock()
  await session.unlock(passphrase)
})

test('changing the passphrase needs the current one, and the keys stay', async () => {
  const session = await anOpenSession()
  const caseId = await session.register().cases.create(aDraft())
  await expect(session.changePassphrase('wrong', 'nine loud herons at dusk')).rejects.toMatchObject({
    code: 'vault.wrong-passphrase',
  })
  await expect(session.changePassphrase(passphrase, 'password12')).rejects.toMatchObject({
    code: 'vault.weak-passphrase',
  })
  await session.changePassphrase(passphrase, 'nine loud herons at dusk')
  await session.lock()
  await session.unlock('nine loud herons at dusk')
  expect(await session.register().cases.get(caseId)).toBeDefined()
})

test('full-width letters of an input method open what half-width ones locked', async () => {
  const session = await anOpenSession()
  await session.lock()
  await session.unlock('ｓｅｖｅｎ　quiet otters 夜渡')
})

test.each([
  { typed: 'short', score: [0, 1, 2], accepted: false, missing: 5 },
  { typed: 'password1234', score: [0, 1], accepted: false, hint: 'common-word' },
  { typed: 'qwertyuiop', score: [0, 1], accepted: false },
  { typed: 'aaaaaaaaaaaaaaaa', score: [0, 1], accepted: false, hint: 'repeated' },
  { typed: '夜里七只水獭渡过安静的河', score: [3, 4], accepted: true },
  { typed: passphrase, score: [3, 4], accepted: true },
])('strength of $typed', async ({ typed, score, accepted, hint, missing = 0 }) => {
  const strength = await passphraseStrength(typed)
  expect(score).toContain(strength.score)
  expect(strength.accepted).toBe(accepted)
  expect(strength.missing).toBe(missing)
  if (hint) expect(strength.hints).toContain(hint)
})

test.each([
  // As hard to guess as what is accepted, but too short.
  { typed: 'kT7#qZ2!x', level: 'weak', missing: 1 },
  { typed: 'qwertyuiop', level: 'hopeless', missing: 0 },
  { typed: 'herons dusk', level: 'enough', missing: 0 },
  { typed: passphrase, level: 'very-strong', missing: 0 },
])('$typed is called $level, in agreement with how soon it is guessed', async ({ typed, level, missing }) => {
  const strength = await passphraseStrength(typed)
  expect(strength).toMatchObject({ level, missing })
  // Nothing that takes days at most is called strong, and nothing that is refused.
  const soon = ['seconds', 'minutes', 'hours', 'days'].includes(strength.crackTime)
  if (soon || !strength.accepted) expect(strength.level).not.toMatch(/strong/)
})

test('every wrong symbol and every two changed over are told by their group', () => {
  const code = newRecoveryCode()
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){6}[0-9A-HJKMNP-TV-Z]{5}$/)
  expect(checkRecoveryCode(code)).toEqual({ wrongGroups: [], complete: true })
  const groups = code.split('-')
  for (const [index, group] of groups.entries()) {
    const spoilt = [...group].flatMap((symbol, at) => [
      ...[...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']
        .filter((other) => other !== symbol)
        .map((other) => group.slice(0, at) + other + group.slice(at + 1)),
      ...(at < 4 && symbol !== group[at + 1]
        ? [group.slice(0, at) + group[at + 1]! + symbol + group.slice(at + 2)]
        : []),
    ])
    for (const wrong of spoilt) {
      expect(checkRecoveryCode(groups.with(index, wrong).join(' '))).toEqual({
        wrongGroups: [index + 1],
        complete: false,
      })
    }
  }
  expect(checkRecoveryCode(groups.slice(0, 3).join('-'))).toEqual({ wrongGroups: [], complete: false })
})

test('a vault of a newer version, and a newer database, are told and let be', async () => {
  const disk = aDisk()
  const session = await anOpenSession(disk)
  await session.close()
  const database = await openRegisterDb(disk.databaseName, disk.home)
  await database.table('meta').update('vault', { version: 2 })
  database.close()
  expect((await aSession(disk)).state()).toMatchObject({
    kind: 'unusable',
    failure: { code: 'register.newer', facts: { found: 2, known: 1 } },
  })

  const newer = aDisk()
  const later = new Dexie(newer.databaseName, newer.home)
  later.version(7).stores({ other: 'id' })
  await later.open()
  later.close()
  expect((await aSession(newer)).state()).toMatchObject({ failure: { code: 'register.newer' } })
  const [left] = await newer.home.indexedDB.databases()
  expect(left?.version).toBe(70)
})

test('a disk that is full keeps nobody out, and lets nobody in', async () => {
  const disk = aDisk()
  const session = await anOpenSession(disk)
  await session.lock()
  await expect(session.unlock('wrong')).rejects.toMatchObject({ code: 'vault.wrong-passphrase' })
  await session.close()
  const database = await openRegisterDb(disk.databaseName, disk.home)
  const full = () => {
    throw Object.assign(new Error('full'), { name: 'QuotaExceededError' })
  }
  database.meta.hook('deleting', full)
  database.meta.hook('updating', full)
  const lock = vaultLock(database, { derive: deriveHere, parameters, now: () => new Date() })
  await expect(lock.unlock('wrong')).rejects.toMatchObject({ code: 'vault.wrong-passphrase' })
  expect((await lock.unlock(passphrase)).vaultKey).toHaveLength(32)
  database.close()
})

test('rows without the header of their vault are never built over', async () => {
  const disk = aDisk()
  const session = await anOpenSession(disk)
  await session.register().cases.create(aDraft())
  await session.close()
  const database = await openRegisterDb(disk.databaseName, disk.home)
  await database.meta.delete('vault')
  database.close()
  expect((await aSession(disk)).state()).toMatchObject({ failure: { code: 'register.unusable' } })
})

test.each(['passphrase', 'recovery'] as const)('a tampered lock (%s) opens nothing', async (lock) => {
  const disk = aDisk()
  const session = await aSession(disk)
  const { code } = await session.createVault(passphrase)
  await session.lock()
  const database = await openRegisterDb(disk.databaseName, disk.home)
  const header = (await database.meta.get('vault')) as unknown as Record<string, { wrapped: Uint8Array }>
  header[lock]!.wrapped[20]! ^= 1
  await database.meta.put(header as never)
  database.close()
  const opening = lock === 'passphrase' ? session.unlock(passphrase) : session.recover(code, passphrase)
  await expect(opening).rejects.toMatchObject({ name: 'Failure' })
})

test('the real parameters derive what RFC 9106 says they should cost', async () => {
  const derived = await deriveHere({ passphrase, salt: new Uint8Array(16), ...argon2Parameters })
  expect(derived.length).toBe(32)
  expect(argon2Parameters).toEqual({ memoryKiB: 65536, passes: 3, lanes: 1 })
  expect(parameters.memoryKiB).toBeLessThan(argon2Parameters.memoryKiB)
})
