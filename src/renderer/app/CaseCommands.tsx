import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { CommandName } from '../../shared/contract/bridge.ts'
import { useSession } from '../register/use-session.ts'
import { CommandContext, recordNoticeCommand, useCommand, usePageCommand } from './commands.ts'

/** New cases, notices and case folders can be asked for on every page; the list of cases does it. Stands before the pages. */
export function CaseCommands() {
  const registry = useContext(CommandContext)
  const [, go] = useLocation()
  const state = useSession()
  const writable = !(state.kind === 'open' && state.readOnly)
  const { t } = useTranslation('notice')
  const atCases = (command: CommandName | typeof recordNoticeCommand.id) => {
    registry.runWhenAdded(command)
    go('/cases')
  }
  useCommand('case.new', () => atCases('case.new'), writable)
  useCommand('case.open-folder', () => atCases('case.open-folder'), writable)
  usePageCommand({
    id: recordNoticeCommand.id,
    label: t('record'),
    shortcut: recordNoticeCommand.shortcut,
    enabled: writable,
    run: () => atCases(recordNoticeCommand.id),
  })
  return null
}
