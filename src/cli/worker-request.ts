import type { HashName } from '../engine/ports.ts'

/** What a throw-away worker is asked: to take an original in, to open it and count its pages, or to hash any file. */
export type WorkerRequest =
  | { readonly kind: 'take-in'; readonly name: string; readonly path: string }
  | { readonly kind: 'survey'; readonly label: string; readonly path: string; readonly mediaType: string }
  | { readonly kind: 'digest'; readonly path: string; readonly names: readonly HashName[] }

export type WorkerReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code?: string; readonly reason: string }
