import { expect, it } from 'vitest'
import { CommandRegistry, type RegisteredCommand } from '../../../src/renderer/app/commands.ts'

function command(id: string, run: () => unknown, enabled = true): RegisteredCommand {
  return { id, label: id, shortcut: undefined, enabled, run }
}

it('the deepest page answers, and the one above it again when that is gone', () => {
  const registry = new CommandRegistry()
  const said: string[] = []
  registry.add(command('lock', () => said.push('frame')))
  const leave = registry.add(command('lock', () => said.push('page')))
  registry.run('lock')
  leave()
  registry.run('lock')
  expect(said).toEqual(['page', 'frame'])
})

it('what is disabled or absent does not run, and says so', () => {
  const registry = new CommandRegistry()
  registry.add(command('lock', () => expect.unreachable(), false))
  expect(registry.run('lock')).toBe(false)
  expect(registry.run('nothing')).toBe(false)
})

it('a command asked for before its page is there runs once, when the page comes', () => {
  const registry = new CommandRegistry()
  let runs = 0
  registry.runWhenAdded('case.new')
  registry.add(command('other', () => expect.unreachable()))
  const leave = registry.add(command('case.new', () => (runs += 1)))
  leave()
  registry.add(command('case.new', () => (runs += 1)))
  expect(runs).toBe(1)
})

it('a command that cannot be done when its page comes is not done later either', () => {
  const registry = new CommandRegistry()
  registry.runWhenAdded('case.new')
  registry.add(command('case.new', () => expect.unreachable(), false))
  registry.add(command('case.new', () => expect.unreachable()))
})

it('listeners hear of every change', () => {
  const registry = new CommandRegistry()
  let heard = 0
  const stop = registry.subscribe(() => (heard += 1))
  const leave = registry.add(command('lock', () => undefined))
  leave()
  stop()
  registry.add(command('lock', () => undefined))
  expect(heard).toBe(2)
})
