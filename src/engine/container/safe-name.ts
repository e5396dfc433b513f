import { maxNameCharacters, maxPathCharacters } from '../../shared/domain/bundle-names.ts'

const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\..*)?$/iu
/** Control and format characters, lone surrogates, and what is drawn as nothing: bidi overrides, zero width. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u
/** Why a path must not be written to a disk; ordered from the gravest. */
export type PathFault =
  | 'empty'
  | 'absolute'
  | 'parent'
  | 'separator'
  | 'control'
  | 'character'
  | 'reserved'
  | 'ending'
  | 'not-nfc'
  | 'long'

/** What is wrong with a path from an archive or a list, on any operating system; undefined when nothing is. */
export function pathFault(path: string, maxCharacters: number): PathFault | undefined {
  if (path === '') return 'empty'
  if (/^(?:[/\\~]|[A-Za-z]:)/.test(path)) return 'absolute'
  if (path.includes('\\')) return 'separator'
  if (invisible.test(path)) return 'control'
  if (/[<>:"|?*]/.test(path)) return 'character'
  const segments = path.split('/')
  if (segments.includes('..')) return 'parent'
  if (segments.some((segment) => segment === '' || segment === '.')) return 'empty'
  if (segments.some((segment) => reserved.test(segment))) return 'reserved'
  if (segments.some((segment) => /^ |[. ]$/.test(segment))) return 'ending'
  if (path !== path.normalize('NFC')) return 'not-nfc'
  return [...path].length > maxCharacters ? 'long' : undefined
}

/**
 * Whether the path may stand in a bundle: nothing `pathFault` names, at most 100 characters, names of at most
 * 40, at most two levels below `data/`, and no `%`, which a bag encodes and `sha256sum` does not decode.
 */
export function isSafeContainerPath(path: string): boolean {
  if (path.includes('%') || pathFault(path, maxPathCharacters) !== undefined) return false
  const segments = path.split('/')
  if (segments.some((segment) => [...segment].length > maxNameCharacters)) return false
  return segments.length <= (segments[0] === 'data' ? 3 : 2)
}

/** What two names share that some file system cannot tell apart: letter case and Unicode composition. */
export function collisionKey(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
}
