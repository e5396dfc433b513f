import { mostReadBytes } from '../../shared/contract/bridge.ts'
import type { AskMain } from './ask-main.ts'
import { blockWriter } from './block-writer.ts'
import type { FileSink, FolderSink } from './platform.ts'

/** Asks where to save a file; undefined when cancelled. Throws Failure output.*. */
export async function saveFileByMain(ask: AskMain, suggestedName: string): Promise<FileSink | undefined> {
  const granted = await ask('save.file', { suggestedName: suggestedName.slice(0, 255) })
  return granted ? openSink(ask, granted.grant, '', granted.name) : undefined
}

/** Asks for a place and makes a new folder there; undefined when cancelled. Throws Failure output.*. */
export async function saveFolderByMain(ask: AskMain, suggestedName: string): Promise<FolderSink | undefined> {
  const granted = await ask('save.folder', { suggestedName: suggestedName.slice(0, 255) })
  if (!granted) return undefined
  const { grant, name } = granted
  return {
    grant,
    name,
    create: (path) => openSink(ask, grant, path, path.split('/').at(-1) ?? path),
    read: (path, offset, length) => readBack(ask, grant, path, offset, length),
    async commit() {
      await ask('folder.commit', { grant })
    },
    async abort() {
      await ask('folder.abort', { grant }).catch(() => undefined)
    },
  }
}

async function openSink(ask: AskMain, grant: string, path: string, name: string): Promise<FileSink> {
  const { sink } = await ask('sink.open', { grant, path })
  const writer = blockWriter((bytes) => ask('sink.write', { sink, bytes }))
  return {
    grant,
    name,
    write: (bytes) => writer.write(bytes),
    async settle() {
      await writer.flush()
      await ask('sink.settle', { sink })
    },
    read: (offset, length) => readBack(ask, grant, path, offset, length),
    async commit() {
      await writer.flush()
      await ask('sink.commit', { sink })
    },
    async abort() {
      await writer.settled()
      await ask('sink.abort', { sink }).catch(() => undefined)
    },
  }
}

async function readBack(
  ask: AskMain,
  grant: string,
  path: string,
  offset: number,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const read = (at: number, most: number) => ask('file.read', { grant, path, offset: at, length: most })
  if (length <= mostReadBytes) return read(offset, length)
  const whole = new Uint8Array(length)
  let filled = 0
  while (filled < length) {
    const wanted = Math.min(mostReadBytes, length - filled)
    const part = await read(offset + filled, wanted)
    whole.set(part, filled)
    filled += part.byteLength
    if (part.byteLength < wanted) return whole.slice(0, filled)
  }
  return whole
}
