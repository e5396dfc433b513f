import type { EventEmitter } from 'node:events'

/** An event of Electron that can be prevented. */
export class Preventable {
  defaultPrevented = false

  preventDefault(): void {
    this.defaultPrevented = true
  }
}

/** Emits a preventable event and tells whether it was prevented. */
export function isPrevented(
  emitter: EventEmitter,
  name: string,
  properties: object,
  ...args: unknown[]
): boolean {
  const event = Object.assign(new Preventable(), properties)
  emitter.emit(name, event, ...args)
  return event.defaultPrevented
}
