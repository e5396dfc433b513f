import { Failure } from '../../shared/contract/failure.ts'
import type { AskMain } from './ask-main.ts'
import { gathered } from './gathered-files.ts'
import type { HandedOver } from './platform.ts'

/** What was handed to the program by its path and not taken yet, as a drop would give it. */
export async function takeHandedOver(ask: AskMain): Promise<HandedOver> {
  const { groups, refused } = await ask('handed.take', null)
  return {
    groups: groups.map(({ files, unreadable, empty }) => {
      const found = files.map(({ path, size, grant, file }) => ({
        path,
        file: { name: path.split('/').at(-1) ?? path, size, handed: { grant, file } },
      }))
      return { ...gathered(found, unreadable, true), empty }
    }),
    refused: refused.map(({ name, code, reason }) => new Failure(code, { path: name, reason })),
  }
}
