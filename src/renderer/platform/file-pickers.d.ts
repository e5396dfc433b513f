/** The pickers of Chromium, which TypeScript's library does not declare. */
interface FilePickerOptions {
  readonly id?: string
  readonly startIn?: 'documents' | 'desktop' | 'downloads'
}

interface Window {
  showSaveFilePicker(
    options?: FilePickerOptions & { readonly suggestedName?: string },
  ): Promise<FileSystemFileHandle>
  showDirectoryPicker(
    options?: FilePickerOptions & { readonly mode?: 'read' | 'readwrite' },
  ): Promise<FileSystemDirectoryHandle>
}

interface FileSystemHandle {
  /** Absent in browsers other than Chromium. */
  remove?(options?: { readonly recursive?: boolean }): Promise<void>
}
