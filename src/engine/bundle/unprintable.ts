import { type Finding, finding } from '../../shared/contract/finding.ts'
import type { CaseRecord } from '../../shared/domain/case-record.ts'
import { isHandedIn } from '../../shared/domain/evidence-item.ts'
import { pathText } from '../../shared/domain/read-case.ts'
import { unprintableCharacters } from '../layout/printable.ts'
import { type FontFiles, openTypefaces } from '../layout/typefaces.ts'

/** Every character typed into the case that no face has, with its path: refused rather than printed as an empty box. */
export function unprintableIn(record: CaseRecord, fonts: FontFiles): Finding[] {
  const typefaces = openTypefaces(fonts)
  const findings: Finding[] = []
  const walk = (value: unknown, path: readonly PropertyKey[]): void => {
    if (typeof value === 'string') {
      // File names are printed with code points in brackets instead; they are facts, not wording.
      if (path.at(-1) === 'file') return
      for (const character of unprintableCharacters(value, typefaces)) {
        findings.push(
          finding('case.unprintable', pathText(path), { character, codePoint: codePointText(character) }),
        )
      }
    } else if (Array.isArray(value)) {
      value.forEach((entry, index) => walk(entry, [...path, index]))
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, entry] of Object.entries(value)) walk(entry, [...path, key])
    }
  }
  // Places keep their indexes; what is not handed in is not printed.
  const groups = record.groups.map((group) => (isHandedIn(group) ? group : undefined))
  walk({ ...record, groups }, [])
  return findings
}

function codePointText(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
