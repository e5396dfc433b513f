import { Failure } from '../../shared/contract/failure.ts'
import type { BundlePlan } from '../../shared/domain/bundle-plan.ts'
import type { ContentStore, Hashing, JobContext } from '../ports.ts'
import { streamDigests } from '../verification/file-digests.ts'

/**
 * Proves the originals that are not among `proven`: those without pages, which nothing else reads while a bundle is made.
 * Each is read once. Throws Failure evidence.changed, what opening throws; AbortError.
 */
export async function proveRest(
  plan: BundlePlan,
  proven: ReadonlySet<string>,
  { content, hashing }: { readonly content: ContentStore; readonly hashing: Hashing },
  context: Pick<JobContext, 'signal' | 'report'>,
): Promise<void> {
  const items = plan.groups.flatMap((group) => group.items)
  const rest = new Map(
    items.filter(({ file }) => !proven.has(file.sha256)).map((item) => [item.file.sha256, item]),
  )
  const total = [...rest.values()].reduce((sum, { file }) => sum + file.bytes, 0)
  let done = 0
  for (const [sha256, item] of rest) {
    context.signal.throwIfAborted()
    const source = await content.open(sha256)
    const passed = (bytes: number) => {
      context.signal.throwIfAborted()
      done += bytes
      context.report('verify', done, total)
    }
    const digests = await streamDigests(source.stream(), ['sha256'], hashing, passed, source.size)
    if (digests.get('sha256') !== sha256) throw new Failure('evidence.changed', { name: item.entry.file })
  }
}
