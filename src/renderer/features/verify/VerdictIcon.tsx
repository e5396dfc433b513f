import type { ReactNode } from 'react'
import type { VerdictFacts } from '../../../shared/messages/verdicts.ts'

type Integrity = VerdictFacts['integrity']
type Signer = VerdictFacts['signer'] | 'own'
type Time = VerdictFacts['time']

/** How good or bad news is coloured; the shape and the sentence say it too. */
export type Tone = 'good' | 'bad' | 'doubt' | 'none'

// Everything is drawn in a square of 28: pages for the content, a person for the signer, a clock for the time.
const page = 'M7 3.5h9.5L21 8v16.5H7z'
const head = 'M14 5.5a4 4 0 1 1 0 8 4 4 0 0 1 0-8z'
const shoulders = 'M5.5 24c0-5 3.6-8 8.5-8s8.5 3 8.5 8'
const clock = 'M14 4a10 10 0 1 1 0 20 10 10 0 0 1 0-20z'
const hands = 'M14 8.5V14l4 2.5'

const integrity: Readonly<Record<Integrity, readonly [Tone, ReactNode]>> = {
  // A page in one piece inside an unbroken frame.
  intact: [
    'good',
    <>
      <path d="M2.5 2.5h23v23h-23z" />
      <path d="M9 7h7l3 3v11H9z" />
      <path d="M11.5 13h5M11.5 16.5h5" />
    </>,
  ],
  // A page torn in two.
  changed: [
    'bad',
    <path key="torn" d="M7 12.5v-9h9.5L21 8v2.5l-4 3-3-2.5-3.5 3zM7 17l3.5 1.5 3.5-3 3 2.5 4-3v9.5H7z" />,
  ],
  // A page drawn in dashes: nothing holds it.
  'not-signed': ['doubt', <path key="dashed" d={page} strokeDasharray="3 2.6" />],
  // A page crossed out.
  unreadable: ['bad', <path key="crossed" d={`${page}M10 12l8 8M18 12l-8 8`} />],
  // A page with a question.
  'cannot-confirm': [
    'doubt',
    <path key="question" d={`${page}M11.2 12.2c0-3.6 5.6-3.6 5.6-.2 0 2-2.8 2.2-2.8 4.6M14 19.6v.6`} />,
  ],
}

const signer: Readonly<Record<Signer, readonly [Tone, ReactNode]>> = {
  // A person inside a frame: one of those you know.
  trusted: [
    'good',
    <>
      <path d="M2.5 2.5h23v23h-23z" />
      <path d="M14 7a3.2 3.2 0 1 1 0 6.4A3.2 3.2 0 0 1 14 7z" />
      <path d="M7.5 21.5c0-4 2.8-5.8 6.5-5.8s6.5 1.8 6.5 5.8" />
    </>,
  ],
  // A person under a roof.
  own: [
    'good',
    <>
      <path d="M2.5 12.5 14 3l11.5 9.5" />
      <path d="M14 10.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6z" />
      <path d="M7.5 24.5c0-4 2.8-5.6 6.5-5.6s6.5 1.6 6.5 5.6" />
    </>,
  ],
  // A person who points at himself.
  'self-signed': [
    'doubt',
    <path key="self" d={`${head}${shoulders}M21 5.5c3.5 1.5 4.5 6 1.5 8.7m0 0 .4-3m-.4 3 3-.2`} />,
  ],
  unknown: [
    'doubt',
    <path key="unknown" d={`${shoulders}M11 8.2c0-4 6-4 6-.2 0 2.2-3 2.3-3 4.9M14 13.6v.4`} />,
  ],
  invalid: ['bad', <path key="invalid" d={`${head}${shoulders}M4 4l20 20`} />],
  none: ['none', <path key="none" d={`${head}${shoulders}`} strokeDasharray="2.6 2.4" />],
}

const time: Readonly<Record<Time, readonly [Tone, ReactNode]>> = {
  // A clock inside a frame: somebody vouches for it.
  proven: [
    'good',
    <>
      <path d="M2.5 2.5h23v23h-23z" />
      <path d="M14 6.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15z" />
      <path d="M14 10v4l3 2" />
    </>,
  ],
  // A clock in a bubble of speech.
  claimed: ['doubt', <path key="claimed" d={`M3 3.5h22v17H12l-5 4v-4H3zM14 7v5l3.5 2M14 12H9.5`} />],
  none: ['none', <path key="none" d={`${clock}${hands}`} strokeDasharray="2.8 2.4" />],
}

export type VerdictOf =
  | { readonly part: 'integrity'; readonly value: Integrity }
  | { readonly part: 'signer'; readonly value: Signer }
  | { readonly part: 'time'; readonly value: Time }

/** The picture of one verdict: another shape for each, so that it is told apart without colour. */
export function VerdictIcon({ verdict }: { readonly verdict: VerdictOf }) {
  const [, drawing] = pictureOf(verdict)
  return (
    <svg
      viewBox="0 0 28 28"
      width="32"
      height="32"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
    >
      {drawing}
    </svg>
  )
}

/** The colour of a verdict. */
export function toneOf(verdict: VerdictOf): Tone {
  return pictureOf(verdict)[0]
}

function pictureOf(verdict: VerdictOf): readonly [Tone, ReactNode] {
  if (verdict.part === 'integrity') return integrity[verdict.value]
  return verdict.part === 'signer' ? signer[verdict.value] : time[verdict.value]
}
