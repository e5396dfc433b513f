import { gathered } from './gathered-files.ts'
import type { GatheredFiles } from './platform.ts'

/** What browsers call a picture that has no name of its own. */
const namelessPicture = /^image\.(\w+)$/i

/** The files of a paste; a picture from the clipboard is named by date and time, `2026-11-22 14-03-05.png`. */
export function pastedFiles(data: DataTransfer, now: Date): GatheredFiles {
  let pictures = 0
  const files = [...data.files].map((file) => {
    const ending = namelessPicture.exec(file.name)?.[1]
    if (ending === undefined) return { path: file.name, file }
    pictures += 1
    const name = `${stampOf(now)}${pictures > 1 ? ` (${pictures})` : ''}.${ending.toLowerCase()}`
    return { path: name, file: new File([file], name, { type: file.type, lastModified: now.getTime() }) }
  })
  return gathered(files, [])
}

/** Local time without characters a file name must not have. */
function stampOf(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return `${day} ${two(now.getHours())}-${two(now.getMinutes())}-${two(now.getSeconds())}`
}
