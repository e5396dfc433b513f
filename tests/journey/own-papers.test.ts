import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { aRawCase, anItem } from '../builders/cases.ts'
import { dossier } from '../cli/run-dossier.ts'

test('a bundle of a case with own papers is the same, byte for byte, as without them', async () => {
  const folder = await temporaryFolder()
  const document = await PDFDocument.create()
  document.addPage().drawText('page')
  const pdf = await document.save()
  const handedIn = { name: '证据材料', set: 'evidence', items: [anItem({ file: 'a.pdf' })] }
  // One is there, the other is not; neither is named, and one has a name no face can print.
  const own = {
    name: '',
    set: 'own',
    items: [{ file: 'notice.pdf', name: '\u{1f600}' }, { file: 'lost.pdf' }],
  }
  for (const [name, groups] of [
    ['without', [handedIn]],
    ['with', [handedIn, own]],
  ] as const) {
    await mkdir(join(folder, name))
    await writeFile(join(folder, name, 'a.pdf'), pdf)
    if (name === 'with') await writeFile(join(folder, name, 'notice.pdf'), 'notice')
    await writeFile(join(folder, name, 'case.json'), JSON.stringify(aRawCase({ groups })))
  }
  await writeFile(join(folder, 'p'), 'long enough\n')
  await dossier(folder, 'identity', 'new', '--name', '张三', '--out', 'id.p12', '--passphrase-file', 'p')
  const createdAt = new Date().toISOString()
  for (const name of ['without', 'with']) {
    const run = await dossier(
      folder,
      ...['build', name, '--out', `out-${name}`, '--identity', 'id.p12', '--passphrase-file', 'p'],
      ...['--created-at', createdAt],
    )
    expect(run.code, run.err).toBe(0)
  }
  const names = await readdir(join(folder, 'out-without'))
  expect(names.length).toBeGreaterThan(2)
  expect(await readdir(join(folder, 'out-with'))).toEqual(names)
  for (const name of names) {
    const [first, second] = await Promise.all(
      ['without', 'with'].map((one) => readFile(join(folder, `out-${one}`, name))),
    )
    expect(first?.equals(second ?? Buffer.alloc(0)), name).toBe(true)
  }
})
