import { gathered } from './gathered-files.ts'
import type { GatheredFiles } from './platform.ts'

/** Lets the person choose files. Nothing when cancelled. Must be called while handling a click or key. */
export function pickFiles(): Promise<GatheredFiles> {
  return pick((input) => {
    input.multiple = true
  })
}

/** Lets the person choose one file of these kinds, such as `.p12`. Undefined when cancelled. As `pickFiles`. */
export async function pickFile(kinds: readonly string[]): Promise<File | undefined> {
  const { files } = await pick((input) => {
    input.accept = kinds.join(',')
  })
  return files[0]?.file
}

/**
 * Lets the person choose a folder; paths begin with its name. `everything`: with what systems leave behind. Nothing when
 * cancelled.
 */
export function pickFolder(everything = false): Promise<GatheredFiles> {
  return pick((input) => {
    input.webkitdirectory = true
  }, everything)
}

function pick(prepare: (input: HTMLInputElement) => void, everything = false): Promise<GatheredFiles> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.hidden = true
    input.tabIndex = -1
    prepare(input)
    const finish = () => {
      const files = [...(input.files ?? [])]
      input.remove()
      resolve(
        gathered(
          files.map((file) => ({ path: file.webkitRelativePath || file.name, file })),
          [],
          everything,
        ),
      )
    }
    input.addEventListener('change', finish, { once: true })
    input.addEventListener('cancel', finish, { once: true })
    // Some browsers open no dialog for an input outside of the document.
    document.body.append(input)
    input.click()
  })
}
