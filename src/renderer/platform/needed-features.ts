/** What the window cannot do without; a browser that lacks one gets a sentence instead of the window. */
export type NeededFeature =
  | 'secure-context'
  | 'indexed-db'
  | 'web-crypto'
  | 'web-locks'
  | 'module-workers'
  | 'save-picker'
  | 'folder-picker'

/** The features this browser lacks, gravest first; empty in Electron and in Chrome, Edge and Chromium. */
export function missingFeatures(): NeededFeature[] {
  const present: Record<NeededFeature, boolean> = {
    'secure-context': isSecureContext,
    'indexed-db': 'indexedDB' in globalThis,
    'web-crypto': 'subtle' in crypto,
    'web-locks': 'locks' in navigator,
    'module-workers': hasModuleWorkers(),
    'save-picker': 'bridge' in globalThis || 'showSaveFilePicker' in globalThis,
    'folder-picker': 'bridge' in globalThis || 'showDirectoryPicker' in globalThis,
  }
  return (Object.keys(present) as NeededFeature[]).filter((feature) => !present[feature])
}

/** A browser that knows module workers reads the option `type`; the worker itself is never made. */
function hasModuleWorkers(): boolean {
  let wasRead = false
  const options = {
    get type(): WorkerType {
      wasRead = true
      return 'module'
    },
  }
  try {
    new Worker('invalid://', options).terminate()
  } catch {
    return wasRead
  }
  return wasRead
}
