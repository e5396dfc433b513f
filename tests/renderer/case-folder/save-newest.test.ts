import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { blankDraft } from '../../../src/shared/domain/case-draft.ts'
import { saveNewest } from '../../../src/renderer/components/cases/save-newest.ts'
import { temporaryFolder } from '../../builders/temporary-folder.ts'
import { diskFolder, quietJob, registerInMemory } from './case-folder-ports.ts'

test('a case is saved as it is when the job begins, with what was on its way into the register', async () => {
  const { vault } = await registerInMemory()
  const { cases } = vault.register
  const id = await cases.create({ ...blankDraft('C-1', 'zh', () => crypto.randomUUID()), brand: '旧' })
  const place = await temporaryFolder()
  const session = {
    register: () => vault.register,
    settled: () =>
      cases.edit(
        id,
        (draft) => ({ ...draft, brand: '新', notice: { ...draft.notice, replyDueOn: '下周' } }),
        {
          kind: 'case.edit',
        },
      ),
  }
  const saved = await saveNewest(session, id, diskFolder(place), quietJob())
  expect(JSON.parse(await readFile(join(place, 'case.json'), 'utf8'))).toMatchObject({ brand: '新' })
  expect(saved).toMatchObject({ items: 0, hasGaps: true })
  expect(saved?.findings.map(({ code, subject }) => [code, subject])).toEqual([
    ['case.not-a-date', 'notice.replyDueOn'],
  ])
})

test('of a case that is gone by then nothing is saved', async () => {
  const { vault } = await registerInMemory()
  const folder = diskFolder(await temporaryFolder())
  const session = { register: () => vault.register, settled: () => Promise.resolve() }
  expect(await saveNewest(session, 'gone', folder, quietJob())).toBeUndefined()
  expect(folder.ended).toBe('aborted')
})
