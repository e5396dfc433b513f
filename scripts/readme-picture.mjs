// Makes docs/images/demo.png from out/demo: cover, table, divider and a stamped page. Needs pdftoppm and ImageMagick.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const demo = fileURLToPath(new URL('../out/demo/', import.meta.url))
const images = fileURLToPath(new URL('../docs/images/', import.meta.url))
const names = readdirSync(demo)
const pdf = names.find((name) => name.endsWith('.pdf') && names.includes(name.replace(/\.pdf$/, '.zip')))
if (pdf === undefined) throw new Error('Run npm run demo first.')
const pages = process.argv.length > 2 ? process.argv.slice(2) : ['1', '3', '10', '21']
const folder = mkdtempSync(join(tmpdir(), 'picture-'))
try {
  const shots = pages.map((page) => {
    const stem = join(folder, page)
    execFileSync('pdftoppm', [
      '-r',
      '72',
      '-f',
      page,
      '-l',
      page,
      '-singlefile',
      '-png',
      join(demo, pdf),
      stem,
    ])
    return `${stem}.png`
  })
  mkdirSync(images, { recursive: true })
  execFileSync('montage', [
    ...shots,
    ...[
      '-tile',
      `${shots.length}x1`,
      '-geometry',
      '+14+14',
      '-background',
      '#e4e6ea',
      '-shadow',
      '-colors',
      '128',
    ],
    join(images, 'demo.png'),
  ])
} finally {
  rmSync(folder, { recursive: true, force: true })
}
