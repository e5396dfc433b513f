// Writes the documents that are made from code: THIRD_PARTY_NOTICES.md and the schema of dossier.json.
import { writeFile } from 'node:fs/promises'
import { dossierSchema } from './dossier-schema.ts'
import { thirdPartyNotices } from './third-party-notices.ts'

const root = new URL('../', import.meta.url)
await writeFile(new URL('THIRD_PARTY_NOTICES.md', root), await thirdPartyNotices())
await writeFile(new URL('docs/formats/dossier-v1.schema.json', root), dossierSchema())
