import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommandLabel } from './command-label.ts'
import { useCommands } from './commands.ts'
import { ShortcutKeys } from './ShortcutKeys.tsx'

/** What tables answer to. */
const tableKeys = [
  { word: 'table.move', keys: ['ArrowUp', 'ArrowDown'] },
  { word: 'table.open', keys: ['Enter'] },
  { word: 'table.peek', keys: ['Space'] },
  { word: 'table.select', keys: ['Space'] },
  { word: 'table.edit', keys: ['F2'] },
  { word: 'table.selectAll', keys: ['Mod+A'] },
  { word: 'table.copy', keys: ['Mod+C'] },
  { word: 'table.reorder', keys: ['Alt+ArrowUp', 'Alt+ArrowDown'] },
  { word: 'table.remove', keys: ['Delete'] },
] as const

/** Every shortcut that can be used on this page. */
export function ShortcutList({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('frame')
  const label = useCommandLabel()
  const commands = useCommands().filter((command) => command.enabled && command.shortcut !== undefined)
  const groups = [
    { heading: t('group.page'), commands: commands.filter((command) => command.label !== undefined) },
    { heading: t('group.window'), commands: commands.filter((command) => command.label === undefined) },
  ]
  const [ofTables] = useState(keysOnPage)
  const lines = tableKeys.filter(({ word }) => ofTables.has(word))
  return (
    <Modal open title={t('shortcuts')} footer={null} onCancel={onClose} width={520}>
      <p className="quiet">{t('shortcutsText')}</p>
      {groups
        .filter((group) => group.commands.length > 0)
        .map((group) => (
          <section key={group.heading} className="shortcut-group">
            <h2>{group.heading}</h2>
            <dl className="shortcut-list">
              {group.commands.map((command) => (
                <div key={command.id} className="shortcut-line">
                  <dt>{label(command)}</dt>
                  <dd>
                    <ShortcutKeys shortcut={command.shortcut ?? ''} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      {lines.length > 0 && (
        <section className="shortcut-group">
          <h2>{t('group.table')}</h2>
          <dl className="shortcut-list">
            {lines.map(({ keys, word }) => (
              <div key={word} className="shortcut-line">
                <dt>{t(word)}</dt>
                <dd className="row">
                  {keys.map((shortcut) => (
                    <ShortcutKeys key={shortcut} shortcut={shortcut} />
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </Modal>
  )
}

/** The words of what the tables on this page answer to, as they themselves say. */
function keysOnPage(): ReadonlySet<string> {
  const tables = [...document.querySelectorAll<HTMLElement>('[role="grid"][data-keys]')]
  return new Set(
    tables.flatMap(({ dataset }) => (dataset['keys'] ?? '').split(' ').map((key) => `table.${key}`)),
  )
}
