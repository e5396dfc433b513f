import type { caseFindings } from '../../contract/findings/case.ts'

export const caseWords = {
  'case.not-json':
    'case.json is not valid JSON ({reason}). Open it in a text editor and check quotes, commas and brackets.',
  'case.unknown-key': '{subject}: unknown key “{key}”. Check its spelling, or remove it.',
  'case.key-missing': '{subject}: missing. Add it: {expected}.',
  'case.wrong-type': '{subject}: wrong type. Write {expected}.',
  'case.not-allowed': '{subject}: “{given}” is not allowed. Write one of: {allowed}.',
  'case.too-big': '{subject}: more than the limit {maximum}. Shorten or split it.',
  'case.too-small': '{subject}: less than the minimum {minimum}. Complete it.',
  'case.wrong-form': '{subject}: “{given}” has the wrong form. See docs/formats/case-folder-v1.md.',
  'case.not-a-date': '{subject}: “{given}” is not a date. Write 2026-11-22, or leave it empty when unknown.',
  'case.not-a-moment': '{subject}: “{given}” is not a date and time. Write 2026-11-22 or 2026-11-22 14:03.',
  'case.not-an-instant':
    '{subject}: “{given}” is not an instant in UTC. Write 2026-11-22T06:00:00Z, or remove it.',
  'case.bad-code':
    '{subject}: “{given}” cannot be a case code. Use 1–20 letters, digits or hyphens, beginning with a letter or digit.',
  'case.bad-id': '{subject}: “{given}” cannot be an id. Use 1–40 lower-case letters, digits or hyphens.',
  'case.not-a-sha256': '{subject}: “{given}” is not a SHA-256. Write 64 lower-case hex digits, or remove it.',
  'case.control-characters': '{subject}: contains line breaks or control characters. Write plain text.',
  'case.holder-twice':
    '{subject}: right holder id “{id}” is used twice. Give every right holder an id of its own.',
  'case.holder-unknown':
    '{subject}: there is no right holder with the id “{id}”. Use an id from rightHolders.',
  'case.too-many-agents':
    'Right holder “{id}” has {count} agents; articles 33 and 47 of the Criminal Procedure Law allow at most {limit}. Please check.',
  'case.agent-agency':
    '{subject}: an investigation or trademark agency is not among those who may act under article 33 of the Criminal Procedure Law. Check with counsel, or appoint a lawyer or a recommended person.',
  'case.dates-reversed': '{subject}: {date} lies before {earliest}, the wrong way round. Check both dates.',
  'case.date-ahead': '{subject}: {date} lies after today ({on}) and has not come yet. Check the date.',
  'case.email-doubtful':
    '{subject}: “{given}” does not look like an e-mail address. Check it, for one whether the @ is a full-width one.',
  'case.phone-doubtful':
    '{subject}: “{given}” does not look like a telephone number. Check it; leave it empty where there is none.',
  'case.code-taken':
    '{subject}: another case ({other}) has “{code}” too. Names of bundles and entries of calendars tell cases apart by it; choose another one.',
  'case.unprintable':
    '{subject}: no font has the character “{character}” ({codePoint}), so it cannot be printed. Write it another way.',
  'case.created-in-future':
    '{subject}: {at} is more than a day after now ({now}), and would stand in the bundle and its signatures. Check the clock of this computer, or correct it.',
  'identity.weak-key':
    'The key of the signing identity “{subject}” ({keyType}) is shorter than {minimum} bits: no longer safe, and its signatures are open to doubt. Use an RSA-3072 or EC P-256 identity.',
  'field.required': '{subject}: not filled in yet. Complete it in case.json, or use --draft for a draft.',
  'file.missing':
    '{subject}: the file “{file}” was not found. Put it into the case folder, or correct the path.',
  'file.unreadable':
    '{subject}: the file “{file}” cannot be read ({reason}). Check its permissions, or use an intact copy.',
  'file.outside':
    '{subject}: the path “{file}” leads out of the case folder. Move the file in and write a relative path with /.',
  'file.twice': '{subject}: the file “{file}” is already listed at {first}. Remove one of the two.',
  'file.wrong-hash':
    '{subject}: the file “{file}” has SHA-256 {actual}, not the recorded {expected}. It may have been changed: find the original, or correct the record after checking.',
  'file.same-content':
    '{subject}: the file “{file}” has exactly the same content as “{other}”. Remove one unless this is intended.',
  'file.not-listed':
    '“{subject}” lies in the case folder but is not listed in case.json, so it will not be handed in. Add it to a group if it should be.',
  'limit.items':
    '{count} items are more than the limit of {limit}. Submit in several rounds, or adjust resources/limits.json.',
  'limit.bytes':
    '{bytes} bytes of material are more than the limit of {limit}. Submit in several rounds, or adjust resources/limits.json.',
  'limit.pages':
    'The merged PDF would have {count} pages, more than the limit of {limit}. Submit in several rounds, or adjust resources/limits.json.',
} as const satisfies Record<keyof typeof caseFindings, string>

/** What a value of case.json should be, for the blank `{expected}`. */
export const jsonTypeWords: Readonly<Record<string, string>> = {
  string: 'text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object in braces { }',
  array: 'a list in brackets [ ]',
}
