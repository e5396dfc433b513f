import { inHexGroups } from '../../shared/domain/hex-groups.ts'
import { strong, text, type Inline } from '../layout/inline.ts'
import type { PageFlow } from '../layout/page-flow.ts'
import type { Mark } from '../layout/page.ts'
import type { PaintedForm } from '../layout/paint-pages.ts'
import { printableName } from '../layout/printable.ts'
import type { PaperContext } from './paper.ts'

const width = 262
const padding = 7

/**
 * The visible part of the signature: a grey-ruled rectangle with who signs, when, and how to check. Neither round nor
 * red, so that nobody takes it for a seal (domain.md 11.3).
 */
export function signatureBlock(context: PaperContext, flow: PageFlow): PaintedForm {
  const { words, signer, plan, typefaces } = context
  const size = words.language === 'zh' ? 7.8 : 7.4
  const lineHeight = size * 1.38
  const paragraphs: (readonly Inline[])[] = [
    [strong(words.say('signature.title'))],
    [text(words.say('signature.by', { name: printableName(signer.name, typefaces) }))],
    ...(signer.throwAway ? [[strong(words.say('signature.throw-away'))]] : []),
    [text(words.say('signature.at', { moment: words.instant(plan.createdAt) }))],
    [text(words.say('signature.fingerprint', { fingerprint: inHexGroups(signer.fingerprint.slice(0, 32)) }))],
    [text(words.say('signature.check'))],
    [text(words.say(signer.selfSigned ? 'signature.unknown' : 'signature.unknown-issued'))],
  ]
  const lines = paragraphs.flatMap((inlines, index) =>
    flow
      .lines(inlines, {
        size: index === 0 ? size * 1.2 : size,
        weight: 'regular',
        align: 'start',
        firstIndent: 0,
        width: width - 2 * padding,
      })
      .map((line) => ({ line, size: index === 0 ? size * 1.2 : size })),
  )
  const height = lines.length * lineHeight + 2 * padding + 3
  const marks: Mark[] = []
  let top = height - padding
  lines.forEach(({ line, size: own }, index) => {
    const baseline = top - (lineHeight - own) / 2 - own * 0.88
    marks.push({ kind: 'line', line, x: padding, baseline, owner: null, grey: 0 })
    top -= lineHeight + (index === 0 ? 3 : 0)
  })
  const inset = 0.5
  const [right, upper] = [width - inset, height - inset]
  const side = (from: readonly [number, number], to: readonly [number, number]): Mark => ({
    kind: 'rule',
    from,
    to,
    width: 0.8,
    grey: 0.3,
  })
  marks.push(
    side([inset, inset], [right, inset]),
    side([right, inset], [right, upper]),
    side([right, upper], [inset, upper]),
    side([inset, upper], [inset, inset]),
  )
  return { width, height, marks }
}
