import { z } from 'zod'
import { DossierIndex } from '../src/shared/domain/dossier-index.ts'

/** The text of docs/formats/dossier-v1.schema.json: JSON Schema 2020-12 of `dossier.json`. Unknown keys are allowed. */
export function dossierSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(DossierIndex, { io: 'input' })
  const titled = {
    $schema,
    title: 'dossier.json of a Rights Dossier bundle, version 1',
    description: 'Meaning of every key: dossier-v1.md beside this file.',
    ...schema,
  }
  return JSON.stringify(titled, null, 2) + '\n'
}
