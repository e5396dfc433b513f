import { copyFile, mkdir, open, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../../shared/contract/failure.ts'
import { unprintableIn } from '../../engine/jobs.ts'
import { blankCase } from '../../shared/domain/blank-case.ts'
import { CaseRecord } from '../../shared/domain/case-record.ts'
import { say } from '../../shared/messages/say.ts'
import { UsageError } from '../arguments.ts'
import { callerPath } from '../caller-path.ts'
import type { Command } from '../command.ts'
import { gatherFiles, type Skipped } from '../files/gather-files.ts'
import { readFonts } from '../files/packaged-files.ts'
import { placeFolder } from '../files/place-folder.ts'
import { reasonOf } from '../files/reason.ts'

interface LooseFile {
  readonly absolute: string
  /** Where it goes in the case folder: `materials/…`. */
  readonly path: string
}

/** `dossier init <folder> --add <files or folders…>`: copies loose files into a new case folder, blanks to fill in. */
export const init: Command = async (context) => {
  const [target] = context.positionals
  if (target === undefined) throw new UsageError('missing', 'folder')
  const { options, terminal, signal } = context
  const added = Array.isArray(options['add']) ? options['add'] : []
  if (added.length === 0) throw new UsageError('missing', 'add')
  const { files, skipped } = await looseFiles(added.map((path) => callerPath(context, path)))
  for (const { path, reason } of skipped) {
    terminal.note('init.skipped', { path, reason: say(`skipped.${reason}`, terminal.language) })
  }
  if (files.length === 0) throw new UsageError('nothing-added', '--add')
  const folder = callerPath(context, target)
  const caseCode = codeOption(options['case-code'])
  await placeFolder(folder, async (temporary) => {
    for (const file of files) {
      signal.throwIfAborted()
      await assertReadable(file.absolute)
      const destination = join(temporary, ...file.path.split('/'))
      await mkdir(dirname(destination), { recursive: true })
      await copyFile(file.absolute, destination)
    }
    const paths = files.map((file) => file.path)
    const record = await printable(blankCase(caseCode, terminal.language, paths))
    await writeFile(join(temporary, 'case.json'), JSON.stringify(record, null, 2) + '\n')
  })
  terminal.say('init.done', { path: folder, count: files.length })
  terminal.result({
    folder,
    items: files.length,
    skipped: skipped.map(({ path, reason }) => ({
      path,
      reason,
      message: say(`skipped.${reason}`, terminal.language),
    })),
  })
  return 0
}

/**
 * Files as named, folders walked, and what was left out of them; two files of one name get a number. A link is
 * followed only when it is named itself. Throws Failure path.absent, evidence.unreadable.
 */
async function looseFiles(
  paths: readonly string[],
): Promise<{ readonly files: readonly LooseFile[]; readonly skipped: readonly Skipped[] }> {
  const files: LooseFile[] = []
  const skipped: Skipped[] = []
  const taken = new Set<string>()
  const add = (absolute: string, name: string) => {
    // A backslash is a separator on the next computer, so the case folder has none.
    files.push({ absolute, path: freePath(`materials/${name.replaceAll('\\', '_')}`, taken) })
  }
  for (const path of paths) {
    try {
      const status = await stat(path)
      if (status.isDirectory()) {
        const gathered = await gatherFiles(path)
        for (const inside of gathered.files) {
          add(join(path, ...inside.split('/')), `${basename(path)}/${inside}`)
        }
        for (const left of gathered.skipped) skipped.push({ ...left, path: `${basename(path)}/${left.path}` })
      } else if (status.isFile()) add(path, basename(path))
      else skipped.push({ path: basename(path), reason: 'special' })
    } catch (error) {
      const reason = reasonOf(error)
      if (reason === 'ENOENT' || reason === 'ENOTDIR') throw new Failure('path.absent', { path }, error)
      throw new Failure('evidence.unreadable', { name: path, reason: reasonOf(error) }, error)
    }
  }
  return { files, skipped }
}

/** Told apart from a failure to write, which names the other end. */
async function assertReadable(path: string): Promise<void> {
  try {
    await (await open(path, 'r')).close()
  } catch (error) {
    throw new Failure('evidence.unreadable', { name: path, reason: reasonOf(error) }, error)
  }
}

type BlankCase = ReturnType<typeof blankCase>

/** File names may hold what no face prints, emoji above all; the names of the items made from them must not. */
async function printable(record: BlankCase): Promise<BlankCase> {
  const found = await unprintableIn(CaseRecord.parse(record), await readFonts())
  const unprintable = new Set(found.map(({ facts }) => String(facts['character'])))
  const clean = (name: string) =>
    [...name]
      .map((character) => (unprintable.has(character) ? ' ' : character))
      .join('')
      .replace(/ {2,}/g, ' ')
      .trim()
  return {
    ...record,
    groups: record.groups.map((group) => ({
      ...group,
      items: group.items.map((item) => ({ ...item, name: clean(item.name) })),
    })),
  }
}

function freePath(wanted: string, taken: Set<string>): string {
  const dot = wanted.lastIndexOf('.')
  const [stem, ending] =
    dot > wanted.lastIndexOf('/') + 1 ? [wanted.slice(0, dot), wanted.slice(dot)] : [wanted, '']
  let path = wanted
  // Names that differ by case or Unicode form only would meet on another disk.
  for (let n = 2; taken.has(path.normalize('NFC').toLowerCase()); n++) path = `${stem} (${n})${ending}`
  taken.add(path.normalize('NFC').toLowerCase())
  return path
}

function codeOption(value: string | boolean | string[] | undefined): string {
  if (value === undefined) return 'CASE-1'
  if (!CaseRecord.shape.caseCode.safeParse(value).success) throw new UsageError('bad-value', 'case-code')
  return String(value)
}
