import type { SameKeys } from '../../same-keys.ts'
import type { previewWords as chinese } from '../../zh/window/preview.ts'

export const previewWords = {
  opening: 'Opening…',
  none: 'No preview',
  toolbar: 'Preview tools',
  thumbnails: 'Page thumbnails',
  pages: 'Content of “{name}”',
  goTo: 'Go to page {page}',
  'page.label': 'Page {page} of {count}',
  'page.previous': 'Previous page (PageUp)',
  'page.next': 'Next page (PageDown)',
  'page.go': 'Go to page',
  'page.of': '/ {count}',
  'page.failed':
    'This page cannot be drawn. The original is unchanged; take it out and open it in another program.',
  'zoom.in': 'Larger (+)',
  'zoom.out': 'Smaller (-)',
  'zoom.width': 'Fit the width (0)',
  'zoom.page': 'Fit the whole page',
  'zoom.real': 'Actual size (1)',
  'zoom.percent': '{percent}%',
  'rotate.left': 'Turn left (preview only)',
  'rotate.right': 'Turn right (preview only)',
  'text.whole': 'Text ({encoding})',
  'text.cut': 'Text ({encoding}), only the first {size} shown',
  'empty.title': 'Empty file (0 bytes)',
  'empty.text':
    'This file has no content. It goes into the electronic file as it is, with one page of explanation in the merged PDF. If that is not intended, use a sound copy.',
  'other.title': 'No preview of this kind of file',
  'other.text':
    'It goes into the electronic file as it is, with one page of explanation in the merged PDF. Take the original out to open it in another program.',
} as const satisfies SameKeys<typeof chinese>
