import type { Failure } from '../../shared/contract/failure.ts'
import type { About, ClosingAnswer, WindowEvent } from '../../shared/contract/bridge.ts'

/** What the window needs of its surroundings: Electron's bridge, or a browser on loopback. */
export interface Platform {
  readonly kind: 'electron' | 'browser'
  /** Asks where to save a file. Undefined when the person cancelled. Throws Failure output.*. */
  saveFile(suggestedName: string): Promise<FileSink | undefined>
  /** Asks for a place and makes a new folder there. Undefined when the person cancelled. Throws Failure output.*. */
  saveFolder(suggestedName: string): Promise<FolderSink | undefined>
  /** Shows a saved file or folder in the system's file manager, where that can be done. */
  reveal?(sink: { readonly grant: string }): Promise<void>
  /** Opens a committed file (PDF, ZIP, text) in the system's program. Throws Failure output.not-opened. */
  open?(sink: { readonly grant: string }): Promise<void>
  /**
   * Shows a PDF in a window of its own (in a browser: a tab), from where the person prints it; one of that name that is
   * open shows the new document and comes forward. Resolves when the whole document is there or its window was closed.
   * A browser takes at most 64 MiB, ignores copies and sides, and must be asked while handling a click or key. Throws
   * Failure print.too-large, print.blocked, and what the stream throws; then the window is closed.
   */
  print?(document: PrintDocument): Promise<void>
  /** Closes what `print` opened: the vault is locked. */
  closePrints?(): void
  /** What was handed to the program by its path and not taken yet; told by the event `handed`. Absent in a browser. */
  takeHanded?(): Promise<HandedOver>
  onEvent(listener: (event: WindowEvent) => void): () => void
  /** Answers the event `closing`: everything typed is stored, the window may go. */
  readyToClose(): void
  /** Answers the event `closing` with more than readiness, where anybody waits for it; a browser tab just goes. */
  answerClosing?(answer: ClosingAnswer): void
  setLanguage(language: 'zh' | 'en'): void
  /** While something is under way, a browser asks before its tab is closed; Electron tells by `closing`. */
  setBusy?(busy: boolean): void
  /**
   * The machine does not go to sleep by itself until as many calls with false as with true were made, or the page is
   * gone. A browser can do so only while its tab is seen. Never throws.
   */
  keepAwake(on: boolean): void
  about(): Promise<About>
  /** Codes and versions only, never names. */
  log(entry: string): void
  readLog(): Promise<string>
}

/** A file that becomes visible under its name when committed, or not at all; in a browser when settled. */
export interface FileSink {
  readonly grant: string
  /** The name the person chose, without folders. */
  readonly name: string
  /** Resolves when more may be written. The bytes are copied. Throws Failure output.disk-full, output.failed. */
  write(bytes: Uint8Array): Promise<void>
  /** Everything written is on the disk; nothing more can be written, but it can be read again. Throws as `write`. */
  settle(): Promise<void>
  /**
   * Bytes [offset, offset + length) as they lie on the disk, fewer only at the end; after settle or commit. Throws
   * Failure output.unreadable.
   */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>
  /** Settles first where that was not done. */
  commit(): Promise<void>
  /** Removes what was written, also after settle. Never throws. */
  abort(): Promise<void>
}

/** A new folder that becomes visible when committed, or not at all; in a browser it is seen while it is filled. */
export interface FolderSink {
  readonly grant: string
  readonly name: string
  /** `path` is relative, with `/`. */
  create(path: string): Promise<FileSink>
  /** As a file's `read`, of one that was committed in the folder; before and after the folder's own commit. */
  read(path: string, offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>
  commit(): Promise<void>
  abort(): Promise<void>
}

/** A PDF to print. What is printed are these very bytes; none of them touches the disk. */
export interface PrintDocument {
  /** Title of its window; windows are told apart by it. */
  readonly name: string
  readonly bytes: number
  /** The bytes from the beginning, `bytes` in all; asked for again when the window is reloaded. */
  stream(): AsyncIterable<Uint8Array<ArrayBuffer>>
  readonly copies: number
  readonly sides: 'single' | 'double'
}

/** A file the person chose, dropped or pasted; `path` has the folders it came with, `/` between. */
export interface PickedFile<F = File> {
  readonly path: string
  readonly file: F
}

/** A file the program was handed by its path: the main process gives its bytes, a part at a time. */
export interface HandedFile {
  readonly name: string
  readonly size: number
  readonly handed: { readonly grant: string; readonly file: number }
}

/** What can be verified: read, and nothing else. */
export type VerifiableFile = File | HandedFile

/** What was handed over together, each group from one place, and why the rest was not. */
export interface HandedOver {
  readonly groups: readonly HandedGroup[]
  readonly refused: readonly Failure[]
}

export interface HandedGroup extends GatheredFiles<HandedFile> {
  /** Names of folders without any file. */
  readonly empty: readonly string[]
}

/** What a choice, a drop or a paste gave, in natural order of the paths. Nothing is left out silently. */
export interface GatheredFiles<F = File> {
  readonly files: readonly PickedFile<F>[]
  readonly leftOut: readonly LeftOut[]
}

/** `system`: what a file manager leaves in folders (.DS_Store, Thumbs.db …). `unreadable`: it could not be opened. */
export interface LeftOut {
  readonly path: string
  readonly why: 'system' | 'unreadable'
}
