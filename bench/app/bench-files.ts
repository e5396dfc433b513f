import { randomFillSync } from 'node:crypto'
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { PDFDocument, StandardFonts } from 'pdf-lib'

/** A file of so many bytes that nothing compresses. */
export function writeNoise(path: string, bytes: number): void {
  const chunk = new Uint8Array(8 * 1024 * 1024)
  const file = openSync(path, 'w')
  for (let left = bytes; left > 0; left -= chunk.length) {
    writeSync(file, randomFillSync(chunk), 0, Math.min(left, chunk.length))
  }
  closeSync(file)
}

/** A PDF of so many pages full of text. */
export async function writePages(path: string, pages: number): Promise<void> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.TimesRoman)
  for (let page = 1; page <= pages; page++) {
    const sheet = document.addPage([595, 842])
    for (let line = 0; line < 50; line++) {
      sheet.drawText(`Page ${page}, line ${line}: invoice ${page * 50 + line}, amount ${line * 17}.00`, {
        x: 60,
        y: 790 - line * 15,
        size: 10,
        font,
      })
    }
  }
  writeFileSync(path, await document.save())
}
