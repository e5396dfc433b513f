import { openCaseFolder } from '../case-folder/open-case-folder.ts'
import { inspectCaseFolder } from '../case-folder/inspect-case-folder.ts'
import type { Engine } from '../engine-host/engine.ts'
import type { MemoryRegister } from '../register/memory-vault.ts'

/** Addresses of the sample's files in the built application, by path in the repository. */
const addresses = import.meta.glob<string>(['../../../resources/sample/*', '!**/README.md'], {
  query: '?url',
  import: 'default',
  eager: true,
})

export interface SamplePorts {
  readonly engine: Pick<Engine, 'takeIn'>
  readonly newId: () => string
  readonly maxItems: number
}

/** Opens the sample case in the memory register, as any case folder is opened; gives its id. Stores nothing. */
export async function openSample(memory: MemoryRegister, ports: SamplePorts): Promise<string> {
  const inspected = await inspectCaseFolder({ name: 'sample', files: await sampleFiles() })
  if (!inspected.ok) throw new Error(`the sample is refused: ${inspected.findings[0]?.code ?? ''}`)
  const { signal } = new AbortController()
  const opened = await openCaseFolder(
    inspected,
    {
      register: memory.register,
      async takeIn(file, path, control) {
        const { original } = await ports.engine.takeIn(file, path, control)
        const bytes = new Uint8Array(await file.arrayBuffer())
        return { original, contentId: await memory.storeContent(original, bytes) }
      },
      newId: ports.newId,
      maxItems: ports.maxItems,
      goWithout: () => Promise.resolve(false),
      isSample: true,
    },
    { signal, report: () => undefined },
  )
  if (!opened) throw new Error('the sample lacks an original')
  return opened.caseId
}

async function sampleFiles(): Promise<ReadonlyMap<string, File>> {
  const files = Object.entries(addresses).map(async ([path, address]): Promise<[string, File]> => {
    const name = path.split('/').at(-1) ?? path
    const response = await fetch(address)
    if (!response.ok) throw new Error(`a file of the sample is not there: ${response.status}`)
    return [name, new File([await response.arrayBuffer()], name)]
  })
  return new Map(await Promise.all(files))
}
