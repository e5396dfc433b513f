import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Router } from 'wouter'
import { IdentityChoice, throwAwayChoice } from '../../../src/renderer/components/signing/IdentityChoice.tsx'
import { startWords } from '../../../src/renderer/i18n/i18n.ts'
import { windowWords } from '../../../src/shared/messages/window.ts'
import { anIdentity } from '../register/built-things.ts'

const words = windowWords.zh.identity
const now = new Date('2026-11-22T06:00:00Z')
const identities = [anIdentity({ id: 'mine', label: '办公室' }), anIdentity({ id: 'old', label: '往年' })]

await startWords('zh')

/** What stands there while `value` is chosen. */
const shown = (
  value: string,
  known: { readonly identities: typeof identities | undefined } = { identities },
) =>
  renderToStaticMarkup(
    createElement(Router, {
      ssrPath: '/',
      children: createElement(IdentityChoice, { value, onChange: () => undefined, ...known, now }),
    }),
  )

test('the throw-away key says what it does not prove', () => {
  const markup = shown(throwAwayChoice)
  expect(markup).toContain(words.throwAwayText)
  expect(markup).not.toContain(words.fingerprint)
})

test('a chosen identity is shown with its state, its days and its fingerprint', () => {
  const markup = shown('mine')
  expect(markup).toContain(`办公室 · ${words['state.valid']}`)
  expect(markup).toContain('2026-01-01 至 2029-01-01')
  expect(markup).toContain(words.fingerprint)
  expect(markup).not.toContain(words.throwAwayText)
})

test('one leads to where an identity is made, also while they are being read', () => {
  expect(shown(throwAwayChoice, { identities: undefined })).toContain('href="/settings/identities"')
})
