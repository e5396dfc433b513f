import { useContext } from 'react'
import { useLocation } from 'wouter'
import type { CommandName } from '../../shared/contract/bridge.ts'
import { useSession } from '../register/use-session.ts'
import { CommandContext, useCommand } from './commands.ts'

/** New cases and case folders can be asked for on every page; the list of cases does it. Stands before the pages. */
export function CaseCommands() {
  const registry = useContext(CommandContext)
  const [, go] = useLocation()
  const state = useSession()
  const writable = !(state.kind === 'open' && state.readOnly)
  const atCases = (command: CommandName) => {
    registry.runWhenAdded(command)
    go('/cases')
  }
  useCommand('case.new', () => atCases('case.new'), writable)
  useCommand('case.open-folder', () => atCases('case.open-folder'), writable)
  return null
}
