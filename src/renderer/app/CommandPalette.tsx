import { Modal } from 'antd'
import { useEffect, useId, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useAnnounce } from './announce.ts'
import { useCommandLabel } from './command-label.ts'
import { useCommands } from './commands.ts'
import { findCases, type FoundCase } from './find-cases.ts'
import { ShortcutKeys } from './ShortcutKeys.tsx'
import { useCaseSummaries } from './use-case-summaries.ts'

interface Choice {
  readonly id: string
  readonly label: string
  readonly detail: string | undefined
  readonly shortcut: string | undefined
  readonly run: () => unknown
}

const mostCases = 8

/** Finds cases and commands by a few letters; arrows choose, Enter goes. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('frame')
  const announce = useAnnounce()
  const id = useId()
  const [, go] = useLocation()
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const label = useCommandLabel()
  const summaries = useCaseSummaries()
  const commands: Choice[] = useCommands()
    .filter((command) => command.enabled && command.id !== 'search')
    .map((command) => ({ ...command, label: label(command), detail: undefined }))
    .filter((command) => containsWords(command.label, query))
  const cases: Choice[] = findCases(summaries, query, mostCases).map((found) => ({
    id: `case-${found.id}`,
    label: found.title,
    detail: found.detail,
    shortcut: undefined,
    run: () => go(casePath(found)),
  }))
  const groups = [
    { heading: t('paletteCases'), choices: cases },
    { heading: t('paletteCommands'), choices: commands },
  ].filter((group) => group.choices.length > 0)
  const choices = groups.flatMap((group) => group.choices)
  const chosen = choices[Math.min(active, choices.length - 1)]
  useEffect(() => {
    if (query) announce(t('paletteCount', { count: choices.length }))
  }, [announce, choices.length, query, t])

  const run = (choice: Choice | undefined) => {
    if (!choice) return
    onClose()
    // After the dialog has given the focus back, so that the command may move it.
    setTimeout(() => choice.run())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 8,
      PageUp: active - 8,
    }
    const next = moves[event.key]
    if (event.key === 'Enter') run(chosen)
    else if (next === undefined) return
    else if (choices.length > 0) {
      const step = Math.abs(next - active) === 1 ? (next + choices.length) % choices.length : next
      setActive(Math.max(0, Math.min(choices.length - 1, step)))
    }
    event.preventDefault()
  }
  return (
    <Modal
      open
      closable={false}
      footer={null}
      onCancel={onClose}
      width={600}
      className="palette"
      title={<span className="only-heard">{t('paletteLabel')}</span>}
    >
      <input
        // The palette is opened to type.
        autoFocus
        className="palette-input"
        role="combobox"
        aria-label={t('paletteLabel')}
        aria-expanded={choices.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('palettePlaceholder')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div className="palette-list" id={`${id}-list`} role="listbox" aria-label={t('paletteLabel')}>
        {groups.map((group) => (
          <div key={group.heading} role="group" aria-label={group.heading}>
            <div className="palette-heading" aria-hidden="true">
              {group.heading}
            </div>
            {group.choices.map((choice) => (
              <PaletteLine
                key={choice.id}
                id={`${id}-${choice.id}`}
                choice={choice}
                active={choice === chosen}
                onPoint={() => setActive(choices.indexOf(choice))}
                onRun={() => run(choice)}
              />
            ))}
          </div>
        ))}
      </div>
      {choices.length === 0 && <p className="palette-none">{t('paletteNone', { query })}</p>}
    </Modal>
  )
}

interface PaletteLineProps {
  readonly id: string
  readonly choice: Choice
  readonly active: boolean
  readonly onPoint: () => void
  readonly onRun: () => void
}

function PaletteLine({ id, choice, active, onPoint, onRun }: PaletteLineProps) {
  useEffect(() => {
    if (active) document.getElementById(id)?.scrollIntoView({ block: 'nearest' })
  }, [active, id])
  return (
    // Keys act on the field above, which names this line as its active one.
    <div
      id={id}
      role="option"
      aria-selected={active}
      className="palette-line"
      onPointerMove={onPoint}
      onClick={onRun}
    >
      <span className="palette-label">{choice.label}</span>
      {choice.detail !== undefined && <span className="palette-detail">{choice.detail}</span>}
      {choice.shortcut !== undefined && <ShortcutKeys shortcut={choice.shortcut} />}
    </div>
  )
}

function containsWords(label: string, query: string): boolean {
  const text = label.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function casePath(found: FoundCase): string {
  return `/cases/${found.id}/overview`
}
