import { readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { CaseRecord } from '../../src/shared/domain/case-record.ts'
import type { TakenIn } from '../../src/shared/domain/intake.ts'
import { BundleLimits } from '../../src/shared/domain/limits.ts'
import { type LawFile, lawFiles, readLawBook } from '../../src/shared/law/law-book.ts'

const resource = (name: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../resources/${name}`, import.meta.url)), 'utf8'))

export const limits = BundleLimits.parse(resource('limits.json'))
export const law = readLawBook(
  Object.fromEntries(lawFiles.map((name) => [name, resource(`law/${name}.json`)])) as Record<
    LawFile,
    unknown
  >,
)

/** An item of `case.json` with everything an evidence item needs. */
export function anItem(changes: Record<string, unknown> = {}) {
  return {
    file: 'materials/a.pdf',
    name: '示例材料',
    kind: 'documentary',
    source: '权利人自存',
    purpose: '证明权利有效',
    form: 'copy',
    ...changes,
  }
}

/** The content of a `case.json` that a bundle can be built from, with one item. */
export function aRawCase(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    format: 'rights-dossier/case-folder',
    version: 1,
    caseCode: 'TEST-1',
    notice: { manner: 'written', office: '示例市人民检察院', receivedOn: '2026-11-20' },
    suspects: [{ name: '某某等' }],
    crimes: ['214'],
    rightHolders: [{ id: 'holder', kind: 'domestic-company', nameZh: '示例有限公司', phone: '000' }],
    rights: [{ kind: 'trademark', name: '示例', registrationNumber: '00000001', holder: 'holder' }],
    groups: [{ name: '证据材料', set: 'evidence', items: [anItem()] }],
    ...changes,
  }
}

/** The same, parsed. */
export function aCase(changes: Record<string, unknown> = {}): CaseRecord {
  return CaseRecord.parse(aRawCase(changes))
}

/** What take-in finds out about a file; its digests come from its path unless `content` says otherwise. */
export function takenIn(path: string, content = path, changes: Partial<TakenIn> = {}): TakenIn {
  const hex = (name: string) => createHash(name).update(content).digest('hex')
  return {
    path,
    bytes: Buffer.byteLength(content),
    sha256: hex('sha256'),
    sha512: hex('sha512'),
    sm3: hex('sm3'),
    mediaType: 'application/pdf',
    ...changes,
  }
}

/** Every file a case lists, taken in. */
export function intakeOf(record: CaseRecord): Map<string, TakenIn> {
  return new Map(
    record.groups.flatMap((group) => group.items.map((item) => [item.file, takenIn(item.file)] as const)),
  )
}
