import { parseArgs } from 'node:util'
import type { CliWord } from '../shared/messages/zh/cli.ts'

export type Language = 'zh' | 'en'

export const commandNames = [
  'sample',
  'init',
  'check',
  'board',
  'build',
  'verify',
  'identity',
  'hash',
] as const
export type CommandName = (typeof commandNames)[number]

type OptionKind = { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }

/** What each command takes besides its positional arguments. */
const commandOptions = {
  sample: {},
  init: {
    add: { type: 'string', multiple: true },
    'case-code': { type: 'string' },
  },
  check: { on: { type: 'string' }, holidays: { type: 'string' } },
  board: { on: { type: 'string' }, holidays: { type: 'string' } },
  build: {
    out: { type: 'string' },
    identity: { type: 'string' },
    'passphrase-file': { type: 'string' },
    'created-at': { type: 'string' },
    draft: { type: 'boolean' },
    disc: { type: 'boolean' },
    force: { type: 'boolean' },
  },
  verify: {
    trust: { type: 'string', multiple: true },
    report: { type: 'string' },
    force: { type: 'boolean' },
  },
  identity: {
    name: { type: 'string' },
    organisation: { type: 'string' },
    out: { type: 'string' },
    'passphrase-file': { type: 'string' },
    key: { type: 'string' },
    years: { type: 'string' },
    force: { type: 'boolean' },
  },
  hash: {},
} as const satisfies Record<CommandName, Record<string, OptionKind>>

const generalOptions = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const

/** How many arguments without a name each command takes; one too many is a slip of the pen, not ignored. */
const mostPositionals = {
  sample: 1,
  init: 1,
  check: 1,
  board: 1,
  build: 1,
  verify: 1,
  identity: 1,
  hash: Infinity,
} as const satisfies Record<CommandName, number>

export interface CommandLine {
  readonly command: CommandName | undefined
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | string[] | undefined>>
  readonly json: boolean
  readonly language: Language
  readonly help: boolean
  readonly version: boolean
}

type AfterPrefix<Prefix extends string> = CliWord extends infer Word
  ? Word extends `${Prefix}.${infer Rest}`
    ? Rest
    : never
  : never

export type UsageCode = AfterPrefix<'usage'>
/** Something a command needs, and the options whose value has a form; each has its words in `messages/`. */
export type ArgumentName = AfterPrefix<'argument'>
export type FormedOption = AfterPrefix<'expected'>

/** The command line was misused; `code` has a sentence in `messages/`. Exit code 2. */
export class UsageError extends Error {
  readonly code: UsageCode
  /** As typed; for `missing` an ArgumentName, for `bad-value` the option without its hyphens. */
  readonly subject: string

  constructor(code: 'missing', subject: ArgumentName)
  constructor(code: 'bad-value', subject: FormedOption)
  constructor(code: Exclude<UsageCode, 'missing' | 'bad-value'>, subject: string)
  constructor(code: UsageCode, subject: string) {
    super(`${code}: ${subject}`)
    this.code = code
    this.subject = subject
  }
}

/** Parses `dossier <command> …`. Throws UsageError. `--add` takes every argument up to the next option. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const first = firstPositional(args)
  const command = commandNames.find((name) => name === first)
  if (first !== undefined && command === undefined && !args.some((a) => a === '--help' || a === '-h')) {
    throw new UsageError('unknown-command', first)
  }
  const options = { ...generalOptions, ...(command ? commandOptions[command] : {}) }
  const parsed = parseArgs({
    args: spreadAdd(args),
    options,
    allowPositionals: true,
    // Its own strictness speaks English only.
    strict: false,
    tokens: true,
  })
  for (const token of parsed.tokens) if (token.kind === 'option') refuseMisuse(token, options)
  const values = parsed.values as Record<string, string | boolean | string[] | undefined>
  const positionals = command === undefined ? parsed.positionals : parsed.positionals.slice(1)
  const surplus = command === undefined ? undefined : positionals[mostPositionals[command]]
  if (surplus !== undefined) throw new UsageError('too-many', surplus)
  return {
    command,
    positionals,
    options: values,
    json: values['json'] === true,
    language: languageOf(values['lang']),
    help: values['help'] === true,
    version: values['version'] === true,
  }
}

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

/** An option that is unknown, or with a value where none belongs, or without one. Throws UsageError. */
function refuseMisuse(token: OptionToken, options: Readonly<Record<string, OptionKind>>): void {
  const { name, rawName, value, inlineValue } = token
  const kind = Object.hasOwn(options, name) ? options[name] : undefined
  if (kind === undefined) throw new UsageError('bad-option', rawName)
  if (kind.type === 'boolean') {
    if (value !== undefined) throw new UsageError('option-takes-no-value', rawName)
    return
  }
  // `--out --draft`: the next option was taken for the value.
  if (value === undefined || (inlineValue !== true && /^-./.test(value))) {
    throw new UsageError('option-needs-value', rawName)
  }
  if (value.trim() === '') throw new UsageError('empty-value', rawName)
}

/** The command: the first argument that is neither an option nor the value of one (`--lang en check …`). */
function firstPositional(args: readonly string[]): string | undefined {
  const named = Object.fromEntries(
    [generalOptions, ...Object.values(commandOptions)].flatMap((options) => Object.entries(options)),
  ) as Record<string, OptionKind>
  const { tokens } = parseArgs({
    args: spreadAdd(args),
    options: named,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  return tokens.find((token) => token.kind === 'positional')?.value
}

/** The language asked for on a command line that may be wrong otherwise: Chinese unless `--lang en`. */
export function wantedLanguage(args: readonly string[]): Language {
  const at = args.indexOf('--lang')
  return args.includes('--lang=en') || (at >= 0 && args[at + 1] === 'en') ? 'en' : 'zh'
}

function languageOf(value: string | boolean | string[] | undefined): Language {
  if (value === undefined || value === 'zh') return 'zh'
  if (value === 'en') return 'en'
  throw new UsageError('bad-language', String(value))
}

/** `--add a b c` becomes `--add a --add b --add c`, as people write it; after `--` nothing is an option. */
function spreadAdd(args: readonly string[]): string[] {
  const at = args.indexOf('--add')
  const options = args.indexOf('--')
  if (at < 0 || (options >= 0 && options < at)) return [...args]
  const rest = args.slice(at + 1)
  const end = rest.findIndex((argument) => argument.startsWith('--'))
  const added = end < 0 ? rest : rest.slice(0, end)
  const after = end < 0 ? [] : rest.slice(end)
  return [...args.slice(0, at), ...added.flatMap((path) => ['--add', path]), ...spreadAdd(after)]
}
