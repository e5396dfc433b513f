import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { openRegisterDb } from '../../../src/renderer/register/register-db.ts'
import { aDisk, aDraft, anOpenSession, anOriginal, passphrase } from './a-session.ts'
import { aBundle, aMadeContent, anIdentity, aTrustedSigner } from './built-things.ts'

test('nothing about a person, a case or a file stands in the database in plain', async () => {
  const disk = aDisk()
  const session = await anOpenSession(disk)
  const register = session.register()
  const draft = aDraft({
    brand: 'KNOWNBRAND清江牌',
    notice: { manner: 'written', office: 'KNOWNOFFICE', caseNumber: 'KNOWNNUMBER' },
    suspects: [{ name: '某已知人KNOWNNAME', status: 'in-case' }],
  })
  const caseId = await register.cases.create(draft)
  const bytes = new TextEncoder().encode('KNOWNCONTENT '.repeat(500_000))
  const content = await anOriginal(session, bytes, 'KNOWNFOLDER/KNOWNFILE.pdf')
  await register.items.add(caseId, [{ groupId: draft.groups[0]!.id, ...content }])
  await session.unlock(passphrase)
  await register.items.edit(
    caseId,
    [(await register.items.ofCase(caseId))[0]!.id],
    (details) => ({ ...details, source: 'KNOWNSOURCE', collected: { by: 'KNOWNCOLLECTOR' } }),
    { kind: 'item.edit' },
  )

  const pdf = await aMadeContent(session, 'KNOWNPAGES '.repeat(600_000))
  await register.bundles.add(aBundle({ caseId, contentIds: [pdf, content.contentId], pdfContentId: pdf }))
  await register.identities.add(anIdentity({ label: 'KNOWNSIGNER' }))
  await register.signers.add(aTrustedSigner({ label: 'KNOWNTRUST' }))

  const database = await openRegisterDb(disk.databaseName, disk.home)
  const plain: string[] = []
  const columns = new Set<string>()
  for (const table of database.tables) {
    for (const row of (await table.toArray()) as Record<string, unknown>[]) {
      plain.push(inspect(row, { depth: null }))
      for (const [key, value] of Object.entries(row)) {
        columns.add(`${table.name}.${key}`)
        if (value instanceof Uint8Array) plain.push(Buffer.from(value).toString('latin1'))
        if (value instanceof Blob) plain.push(Buffer.from(await value.arrayBuffer()).toString('latin1'))
      }
    }
  }
  database.close()
  const text = plain.join('\n')
  expect(text.length).toBeGreaterThan(bytes.length)
  for (const known of [
    'KNOWN',
    Buffer.from('某已知人').toString('latin1'),
    content.original.sha256,
    passphrase,
  ]) {
    expect(text.includes(known)).toBe(false)
  }
  expect([...columns].sort()).toEqual([
    'bundles.caseId',
    'bundles.contentIds',
    'bundles.id',
    'bundles.rev',
    'bundles.sealed',
    'cases.id',
    'cases.rev',
    'cases.sealed',
    'chunks.contentId',
    'chunks.data',
    'chunks.index',
    'contents.bytes',
    'contents.id',
    'contents.rev',
    'contents.sealed',
    'contents.state',
    'contents.tag',
    'identities.id',
    'identities.rev',
    'identities.sealed',
    'items.caseId',
    'items.contentId',
    'items.id',
    'items.rev',
    'items.sealed',
    'meta.id',
    'meta.passphrase',
    'meta.recovery',
    'meta.rev',
    'meta.vaultId',
    'meta.version',
    'signers.id',
    'signers.rev',
    'signers.sealed',
    'summaries.id',
    'summaries.rev',
    'summaries.sealed',
  ])
})

async function addAnotherCase(disk: ReturnType<typeof aDisk>): Promise<void> {
  const window = await anOpenSession(disk)
  await window.register().cases.create(aDraft({ caseCode: 'QJ-2026-002' }))
  await window.close()
}

test.each(['summaries', 'cases', 'items'] as const)(
  'a row of %s that was changed, renamed or rolled back does not open',
  async (name) => {
    const disk = aDisk()
    const session = await anOpenSession(disk)
    const register = session.register()
    const draft = aDraft()
    const caseId = await register.cases.create(draft)
    const content = await anOriginal(session, new Uint8Array([1, 2, 3]))
    await register.items.add(caseId, [{ groupId: draft.groups[0]!.id, ...content }])
    await session.close()
    const database = await openRegisterDb(disk.databaseName, disk.home)
    const row = (await database[name].toArray())[0]!
    await addAnotherCase(disk)
    const flipped = row.sealed.map((byte, index) => (index === 15 ? byte ^ 1 : byte))
    for (const spoilt of [{ sealed: flipped }, { rev: row.rev + 1 }, { sealed: row.sealed.slice(0, 20) }]) {
      await database.table(name).put({ ...row, ...spoilt })
      const window = await anOpenSession(disk)
      const { cases, items } = window.register()
      const damaged = { code: 'register.damaged', facts: { name: draft.caseCode } }
      const reading = name === 'items' ? items.ofCase(caseId) : cases.get(caseId)
      await expect(reading).rejects.toMatchObject(damaged)
      if (name !== 'items') {
        const renaming = cases.edit(caseId, (now) => ({ ...now, brand: 'x' }), { kind: 'case.edit' })
        await expect(renaming).rejects.toMatchObject(damaged)
      }
      const trashing = items.setTrashed(caseId, [row.id], true)
      await expect(trashing).rejects.toMatchObject(name === 'items' ? damaged : { name: 'Failure' })
      expect(await database.table(name).get(row.id)).toEqual({ ...row, ...spoilt })
      // The others are as usable as ever.
      const [summary, other] = (await cases.summaries()).toSorted(
        (a, b) => Number(b.id === caseId) - Number(a.id === caseId),
      )
      expect(summary).toMatchObject({ id: caseId, caseCode: draft.caseCode, itemCount: 1 })
      expect(summary?.isDamaged).toBe(name === 'summaries' ? true : undefined)
      await cases.edit(other!.id, (now) => ({ ...now, brand: `${now.brand ?? ''}+` }), { kind: 'case.edit' })
      await window.close()
    }
    database.close()
  },
)

test('an item that was put under another case or another content does not open', async () => {
  const disk = aDisk()
  const session = await anOpenSession(disk)
  const register = session.register()
  const draft = aDraft()
  const caseId = await register.cases.create(draft)
  const other = await register.cases.create(draft)
  const content = await anOriginal(session, new Uint8Array([1, 2, 3]))
  await register.items.add(caseId, [{ groupId: draft.groups[0]!.id, ...content }])
  await session.lock()
  const database = await openRegisterDb(disk.databaseName, disk.home)
  await database.items.toCollection().modify({ caseId: other })
  database.close()
  await session.unlock(passphrase)
  await expect(register.items.ofCase(other)).rejects.toMatchObject({ code: 'register.damaged' })
})
