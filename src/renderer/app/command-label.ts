import { useTranslation } from 'react-i18next'
import { commandNames } from '../../shared/contract/bridge.ts'
import type { RegisteredCommand } from './commands.ts'

/** The words of a command: its own, or those of the table. */
export function useCommandLabel(): (command: RegisteredCommand) => string {
  const { t } = useTranslation('frame')
  return (command) => {
    if (command.label !== undefined) return command.label
    const name = commandNames.find((known) => known === command.id)
    return name ? t(`command.${name}`) : command.id
  }
}
