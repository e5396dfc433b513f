import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCommandLabel } from './command-label.ts'
import { useCommands } from './commands.ts'
import { ShortcutKeys } from './ShortcutKeys.tsx'

/** Every shortcut that can be used on this page. */
export function ShortcutList({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('frame')
  const label = useCommandLabel()
  const commands = useCommands().filter((command) => command.shortcut !== undefined)
  const groups = [
    { heading: t('group.page'), commands: commands.filter((command) => command.label !== undefined) },
    { heading: t('group.window'), commands: commands.filter((command) => command.label === undefined) },
  ]
  return (
    <Modal open title={t('shortcuts')} footer={null} onCancel={onClose} width={520}>
      <p className="quiet">{t('shortcutsText')}</p>
      {groups
        .filter((group) => group.commands.length > 0)
        .map((group) => (
          <section key={group.heading} className="shortcut-group">
            <h3>{group.heading}</h3>
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
    </Modal>
  )
}
