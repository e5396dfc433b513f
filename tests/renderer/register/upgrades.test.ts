import { existsSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Register } from '../../../src/renderer/register/register.ts'
import { upgrades } from '../../../src/renderer/register/register-db.ts'
import { aBundle, aMadeContent, anIdentity, aTrustedSigner } from './built-things.ts'
import { aKeptVariant, aPaper, aProfile } from './library-things.ts'
import { aDisk, aDraft, anOriginal, aSession, parameters, passphrase, someBytes } from './a-session.ts'
import { freezeStores, type FrozenRegister, frozenPath, readFrozen, thaw } from './frozen-register.ts'

const versions = upgrades.map((upgrade) => upgrade.version)

// Once for a new upgrade, before it is released; a frozen register never changes afterwards.
test.runIf(process.env['FREEZE_REGISTER'] === '1')('the newest register is frozen', async () => {
  const version = Math.max(...versions)
  expect(existsSync(frozenPath(version))).toBe(false)
  const disk = aDisk()
  const session = await aSession({ ...disk, parameters })
  const { code } = await session.createVault(passphrase)
  const register = session.register()
  const draft = aDraft({ brand: '清江', suspects: [{ name: '张某', status: 'in-case' }] })
  const caseId = await register.cases.create(draft)
  await register.cases.create(aDraft({ caseCode: 'QJ-2026-002' }), { isSample: true })
  const small = await anOriginal(session, someBytes(3000), '证据/合同.pdf')
  const empty = await anOriginal(session, someBytes(0), 'empty.txt')
  const groupId = draft.groups[1]!.id
  const [first = ''] = await register.items.add(caseId, [
    { groupId, ...small },
    { groupId, ...empty },
  ])
  await register.items.setTrashed(caseId, [first], true)
  await register.items.setRotation(caseId, first, 270)
  const pdf = await aMadeContent(session, 'pages '.repeat(90))
  await register.bundles.add(aBundle({ caseId, contentIds: [pdf, small.contentId], pdfContentId: pdf }))
  await register.identities.add(anIdentity())
  await register.signers.add(aTrustedSigner())
  const holder = aProfile()
  await register.holders.add(holder)
  const scan = await anOriginal(session, someBytes(2000), '执照.pdf')
  const { contentId, original } = scan
  await register.papers.add([
    aPaper(holder.id, { contentId, original }),
    aPaper(holder.id, { kind: 'other' }),
  ])
  await register.variants.add(aKeptVariant())
  const frozen: FrozenRegister = {
    version,
    passphrase,
    recoveryCode: code,
    stores: await freezeStores(disk.databaseName, disk.home),
    holds: await whatItHolds(register),
  }
  await writeFile(frozenPath(version), `${JSON.stringify(frozen, null, 2)}\n`)
})

test('every upgrade has a file and a frozen register of its version, and the numbers go up by one', async () => {
  const folder = fileURLToPath(new URL('../../../src/renderer/register/upgrades', import.meta.url))
  const numbers = (await readdir(folder)).map((name) => /^(\d{4})-[a-z-]+[.]ts$/.exec(name)?.[1])
  expect(numbers).toEqual(versions.map((version) => String(version).padStart(4, '0')))
  expect(versions).toEqual(versions.map((_, index) => index + 1))
  expect(versions.filter((version) => !existsSync(frozenPath(version)))).toEqual([])
})

test.each(versions)('the frozen register of version %i opens and says what it said then', async (version) => {
  const frozen = await readFrozen(version)
  for (const way of ['passphrase', 'recovery'] as const) {
    const disk = aDisk()
    await thaw(frozen, disk.databaseName, disk.home)
    const session = await aSession(disk)
    expect(session.state().kind).toBe('locked')
    if (way === 'passphrase') await session.unlock(frozen.passphrase)
    else await session.recover(frozen.recoveryCode, 'nine loud herons at dusk')
    expect(await whatItHolds(session.register())).toEqual(frozen.holds)
  }
})

async function whatItHolds(register: Register) {
  const summaries = [...(await register.cases.summaries())].sort((left, right) =>
    left.id < right.id ? -1 : 1,
  )
  const cases = await Promise.all(
    summaries.map(async ({ id }) => {
      const items = await register.items.ofCase(id)
      const contents = await Promise.all(
        items.map(async ({ contentId }) => {
          const reader = await register.contents.open(contentId)
          return Buffer.from(await reader.read(0, reader.bytes)).toString('base64')
        }),
      )
      return { case: await register.cases.get(id), items, contents }
    }),
  )
  // Tables that came later are empty in older registers.
  const bundles = (await Promise.all(summaries.map(({ id }) => register.bundles.ofCase(id)))).flat()
  const pages = await Promise.all(
    bundles.map(async ({ pdfContentId }) => (await register.contents.open(pdfContentId)).bytes),
  )
  const [identities, signers] = [await register.identities.all(), await register.signers.all()]
  const [holders, papers] = [await register.holders.all(), await register.papers.all()]
  const scans = await Promise.all(
    papers
      .filter(({ contentId }) => contentId !== '')
      .map(async ({ contentId }) => (await register.contents.open(contentId)).bytes),
  )
  const variants = await register.variants.all()
  const later = { bundles, pages, identities, signers, holders, papers, scans, variants }
  return {
    summaries,
    cases,
    ...Object.fromEntries(Object.entries(later).filter(([, all]) => all.length > 0)),
  }
}
