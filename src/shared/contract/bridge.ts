import { z } from 'zod'

/** So many bytes are read back at a time. */
export const mostReadBytes = 8 * 1024 * 1024

/** So many bytes of a document to print are handed over at a time. */
export const mostPrintBytes = 4 * 1024 * 1024

/** Everything the window may ask the main process for: input and output of each request. */
export const requests = {
  'save.file': {
    input: z.strictObject({ suggestedName: z.string().min(1).max(255) }),
    output: z.strictObject({ grant: z.string(), name: z.string() }).nullable(),
  },
  'save.folder': {
    input: z.strictObject({ suggestedName: z.string().min(1).max(255) }),
    output: z.strictObject({ grant: z.string(), name: z.string() }).nullable(),
  },
  /** `path` is relative to a granted folder, with `/`; empty for a granted file. */
  'sink.open': {
    input: z.strictObject({ grant: z.string(), path: z.string().max(4096) }),
    output: z.strictObject({ sink: z.string() }),
  },
  'sink.write': {
    input: z.strictObject({ sink: z.string(), bytes: z.instanceof(Uint8Array) }),
    output: z.null(),
  },
  /** Everything written is on the disk; it can be read again before it is committed. */
  'sink.settle': { input: z.strictObject({ sink: z.string() }), output: z.null() },
  'sink.commit': { input: z.strictObject({ sink: z.string() }), output: z.null() },
  'sink.abort': { input: z.strictObject({ sink: z.string() }), output: z.null() },
  'folder.commit': { input: z.strictObject({ grant: z.string() }), output: z.null() },
  'folder.abort': { input: z.strictObject({ grant: z.string() }), output: z.null() },
  /** What was settled or committed, as it lies on the disk; `path` as for `sink.open`. */
  'file.read': {
    input: z.strictObject({
      grant: z.string(),
      path: z.string().max(4096),
      offset: z.int().min(0),
      length: z.int().min(0).max(mostReadBytes),
    }),
    output: z.instanceof(Uint8Array<ArrayBuffer>),
  },
  /**
   * What was handed to the program by its path and not taken yet. Each group lay in one place; `file` is the place in the
   * list of the grant, `empty` names folders without any file.
   */
  'handed.take': {
    input: z.null(),
    output: z.strictObject({
      groups: z.array(
        z.strictObject({
          files: z.array(
            z.strictObject({ path: z.string(), size: z.int(), grant: z.string(), file: z.int() }),
          ),
          unreadable: z.array(z.string()),
          empty: z.array(z.string()),
        }),
      ),
      refused: z.array(
        z.strictObject({
          name: z.string(),
          code: z.enum(['verify.vanished', 'verify.unreadable', 'verify.too-many']),
          reason: z.string(),
        }),
      ),
    }),
  },
  reveal: { input: z.strictObject({ grant: z.string() }), output: z.null() },
  /** Opens a committed file in the system's own program for it. */
  open: { input: z.strictObject({ grant: z.string() }), output: z.null() },
  /** The machine does not go to sleep while this is on. */
  'keep.awake': { input: z.strictObject({ on: z.boolean() }), output: z.null() },
  /** Opens a window that shows a PDF, or brings the one of that name forward; its bytes are asked for by `print.wanted`. */
  'print.open': {
    input: z.strictObject({
      name: z.string().min(1).max(255),
      bytes: z.int().min(1),
      copies: z.int().min(1).max(99),
      sides: z.enum(['single', 'double']),
    }),
    output: z.strictObject({ grant: z.string() }),
  },
  /** The next bytes, in order; answered when they were taken. Not wanted: the window is closed, or asked anew. */
  'print.write': {
    input: z.strictObject({
      grant: z.string(),
      turn: z.int(),
      bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= mostPrintBytes),
    }),
    output: z.strictObject({ wanted: z.boolean() }),
  },
  'print.end': { input: z.strictObject({ grant: z.string(), turn: z.int() }), output: z.null() },
  'print.close': { input: z.strictObject({ grant: z.string() }), output: z.null() },
  about: {
    input: z.null(),
    output: z.strictObject({
      version: z.string(),
      runtime: z.record(z.string(), z.string()),
    }),
  },
  'set.language': { input: z.strictObject({ language: z.enum(['zh', 'en']) }), output: z.null() },
  'ready.to.close': { input: z.null(), output: z.null() },
  /** `asking`: the person is asked, the window waits; then `staying`, or `going`: what is left is stored at once. */
  'answer.closing': {
    input: z.strictObject({ answer: z.enum(['asking', 'staying', 'going']) }),
    output: z.null(),
  },
  'log.write': { input: z.strictObject({ entry: z.string().max(2000) }), output: z.null() },
  'log.read': { input: z.null(), output: z.string() },
} as const

export type RequestName = keyof typeof requests
export type RequestInput<N extends RequestName> = z.infer<(typeof requests)[N]['input']>
export type RequestOutput<N extends RequestName> = z.infer<(typeof requests)[N]['output']>
export type About = RequestOutput<'about'>
export type ClosingAnswer = RequestInput<'answer.closing'>['answer']

/** Commands of menus, shortcuts and the palette; one word everywhere. */
export const commandNames = [
  'case.new',
  'case.open-folder',
  'case.save-folder',
  'edit.undo',
  'edit.redo',
  'search',
  'verify',
  'lock',
  'settings',
  'shortcuts',
  'about',
] as const
export type CommandName = (typeof commandNames)[number]

/** What the main process tells the window. */
export type WindowEvent =
  | { readonly kind: 'command'; readonly command: CommandName }
  /** The machine goes to sleep or its screen is locked. */
  | { readonly kind: 'asleep' }
  /** The window is about to close; answer with `ready.to.close`, or first with `answer.closing`. */
  | { readonly kind: 'closing' }
  /** Something was handed to the program by its path; ask with `handed.take`. */
  | { readonly kind: 'handed' }

/** What the main process tells of the windows that show documents to print. */
export type PrintEvent =
  /** The bytes of the document are wanted from their beginning; what was written for an earlier turn is wanted no more. */
  | { readonly kind: 'print.wanted'; readonly grant: string; readonly turn: number }
  | { readonly kind: 'print.closed'; readonly grant: string }

/** Everything the main process tells. */
export type BridgeEvent = WindowEvent | PrintEvent

/** How a request ended, as plain data: Electron passes on only the message of an error. */
export type Outcome<T> =
  | { readonly state: 'done'; readonly value: T }
  | {
      readonly state: 'failed'
      readonly code: string
      readonly facts: Record<string, string | number | boolean>
    }
  /** A bug; the log has the rest under this reference. */
  | { readonly state: 'broken'; readonly reference: string }

/** `window.bridge`, made by the preload script; absent in a browser. */
export interface Bridge {
  request<N extends RequestName>(name: N, input: RequestInput<N>): Promise<Outcome<RequestOutput<N>>>
  onEvent(listener: (event: BridgeEvent) => void): () => void
}
