import { EventEmitter } from 'node:events'
import { Protocol, protocol } from './protocol.ts'

type BeforeRequest = (
  details: { readonly url: string; readonly resourceType: string },
  answer: (answer: { readonly cancel?: boolean }) => void,
) => void
type PermissionRequest = (
  contents: unknown,
  permission: string,
  answer: (granted: boolean) => void,
  details: { readonly requestingUrl: string },
) => void
type PermissionCheck = (contents: unknown, permission: string, origin: string) => boolean

/** One answer of a session's own scheme, as it went out to Chromium. */
export interface Sent {
  readonly url: string
  readonly status: number
  readonly bytes: number
  readonly sha256: string
  readonly headers: Readonly<Record<string, string>>
  /** Whether somebody read it to its end. */
  readonly isWhole: boolean
}

export class Session extends EventEmitter {
  readonly partition: string
  readonly protocol: Protocol
  /** For tests: what went out, oldest first. */
  readonly sent: Sent[] = []
  beforeRequest: BeforeRequest | undefined
  permissionRequest: PermissionRequest | undefined
  permissionCheck: PermissionCheck | undefined
  devicePermission: (() => boolean) | undefined
  spellCheck = true

  constructor(partition: string, own: Protocol) {
    super()
    this.partition = partition
    this.protocol = own
  }

  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest) => {
      this.beforeRequest = listener
    },
  }

  setPermissionRequestHandler(handler: PermissionRequest): void {
    this.permissionRequest = handler
  }

  setPermissionCheckHandler(handler: PermissionCheck): void {
    this.permissionCheck = handler
  }

  setDevicePermissionHandler(handler: () => boolean): void {
    this.devicePermission = handler
  }

  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellCheck = enabled
  }

  /** Whether the application lets a request go out; without a guard everything goes. */
  async lets(url: string, resourceType: string): Promise<boolean> {
    const ask = this.beforeRequest
    if (!ask) return true
    const { cancel } = await new Promise<{ cancel?: boolean }>((resolve) =>
      ask({ url, resourceType }, resolve),
    )
    return cancel !== true
  }
}

const partitions = new Map<string, Session>()

export const session = {
  defaultSession: new Session('', protocol),
  fromPartition(partition: string): Session {
    if (!/^[a-z0-9-]+$/.test(partition)) throw new Error('the shell has only partitions in memory')
    const found = partitions.get(partition) ?? new Session(partition, new Protocol())
    partitions.set(partition, found)
    return found
  },
}

/** The session of a partition; undefined when nobody made it. */
export function sessionOf(partition: string): Session | undefined {
  return partition === '' ? session.defaultSession : partitions.get(partition)
}
