/** What the pickers of Chromium take; TypeScript's library declares neither them nor this. */
export interface FilePickerOptions {
  /** Pickers with the same id start where the last one ended. */
  readonly id: string
  readonly startIn: 'documents'
}

declare global {
  interface Window {
    showSaveFilePicker(
      options: FilePickerOptions & { readonly suggestedName: string },
    ): Promise<FileSystemFileHandle>
    showDirectoryPicker(
      options: FilePickerOptions & { readonly mode: 'readwrite' },
    ): Promise<FileSystemDirectoryHandle>
  }

  interface FileSystemHandle {
    /** Absent in browsers other than Chromium. */
    remove?(): Promise<void>
  }
}
