import type { StandingPaper } from '../../../shared/domain/standing-paper.ts'
import type { ContentRepository } from '../../register/register.ts'
import type { PreviewSource } from '../preview/use-preview-document.ts'

/** The scan of a paper for the preview; undefined while it has none. */
export function sourceOfPaper(
  { contentId, original, name }: Pick<StandingPaper, 'contentId' | 'original' | 'name'>,
  contents: () => Pick<ContentRepository, 'open'>,
): PreviewSource | undefined {
  if (contentId === '' || !original) return undefined
  return {
    key: contentId,
    name: name || original.path,
    mediaType: original.mediaType,
    bytes: original.bytes,
    read: async (length, signal) => {
      const reader = await contents().open(contentId)
      if (length < reader.bytes) return reader.read(0, length)
      const whole = new Uint8Array(reader.bytes)
      let at = 0
      for await (const chunk of reader.stream()) {
        signal.throwIfAborted()
        whole.set(chunk, at)
        at += chunk.length
      }
      return whole
    },
  }
}
