import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react'
import type { CommandName } from '../../shared/contract/bridge.ts'

/** A command a page adds while it is on the screen. */
export interface PageCommand {
  /** Unique among the commands on the screen, such as `items.add`. */
  readonly id: string
  readonly label: string
  /**
   * Keys as in `Mod+Shift+S`; Mod is Ctrl, or ⌘ on a Mac; others that do the same after `|`. Single characters do not
   * act in fields.
   */
  readonly shortcut?: string
  readonly enabled?: boolean
  readonly run: () => unknown
}

export interface RegisteredCommand {
  readonly id: string
  /** Undefined for commands of the table, whose words the window knows. */
  readonly label: string | undefined
  readonly shortcut: string | undefined
  readonly enabled: boolean
  readonly run: () => unknown
}

/** Keys of the commands of the table. The menu of the main process shows the same. */
export const commandShortcuts: Readonly<Record<CommandName, string | undefined>> = {
  // A browser keeps Ctrl+N for a window of its own.
  'case.new': 'Mod+N|Alt+N',
  'case.open-folder': 'Mod+O',
  'case.save-folder': 'Mod+Shift+S',
  'edit.undo': 'Mod+Z',
  'edit.redo': 'Mod+Shift+Z|Mod+Y',
  search: 'Mod+K',
  verify: 'Mod+Shift+V',
  lock: 'Mod+L',
  settings: 'Mod+,',
  shortcuts: '?',
  about: undefined,
}

/** Recording a notice, which the list of cases does; it has its own words and no place in the menu of the main process. */
export const recordNoticeCommand = { id: 'notice.record', shortcut: 'Mod+Shift+N|Alt+Shift+N' } as const

/** What can be done now. Of two commands with one id the one registered last counts: the deepest page. */
export class CommandRegistry {
  #entries: readonly RegisteredCommand[] = []
  readonly #listeners = new Set<() => void>()
  #next: string | undefined

  /** Adds a command; gives a function that takes it away. */
  add(command: RegisteredCommand): () => void {
    this.#change([...this.#entries, command])
    if (this.#next === command.id) {
      this.#next = undefined
      if (command.enabled) command.run()
    }
    return () => this.#change(this.#entries.filter((entry) => entry !== command))
  }

  /** Everything registered, the deepest last. */
  readonly all = (): readonly RegisteredCommand[] => this.#entries

  /** Runs an enabled command. False when there is none of this id. */
  run(id: string): boolean {
    const command = this.find(id)
    if (!command?.enabled) return false
    command.run()
    return true
  }

  /** Runs a command as soon as a page that is about to appear answers to it. */
  runWhenAdded(id: string): void {
    this.#next = id
  }

  find(id: string): RegisteredCommand | undefined {
    return this.#entries.findLast((entry) => entry.id === id)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #change(entries: readonly RegisteredCommand[]): void {
    this.#entries = entries
    for (const listener of this.#listeners) listener()
  }
}

export const CommandContext = createContext(new CommandRegistry())

/** Says what a command of the table does while this component is on the screen. */
export function useCommand(name: CommandName, run: () => unknown, enabled = true): void {
  useRegistered({ id: name, label: undefined, shortcut: commandShortcuts[name], enabled, run })
}

/** A command of this page with its own words: in the palette, the list of shortcuts and by its keys. */
export function usePageCommand({ id, label, shortcut, enabled = true, run }: PageCommand): void {
  useRegistered({ id, label, shortcut, enabled, run })
}

/** Runs a command by its id; false when nothing on the screen answers to it. */
export function useRunCommand(): (id: string) => boolean {
  const registry = useContext(CommandContext)
  return (id) => registry.run(id)
}

/** The commands that can be reached now, the deepest of each id. */
export function useCommands(): readonly RegisteredCommand[] {
  const registry = useContext(CommandContext)
  const entries = useSyncExternalStore(registry.subscribe, registry.all)
  return entries.filter((entry) => registry.find(entry.id) === entry)
}

function useRegistered(command: RegisteredCommand): void {
  const registry = useContext(CommandContext)
  const latest = useRef(command.run)
  useEffect(() => {
    latest.current = command.run
  })
  const { id, label, shortcut, enabled } = command
  useEffect(
    () => registry.add({ id, label, shortcut, enabled, run: () => latest.current() }),
    [registry, id, label, shortcut, enabled],
  )
}
