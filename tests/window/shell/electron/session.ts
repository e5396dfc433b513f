import { EventEmitter } from 'node:events'

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

class Session extends EventEmitter {
  beforeRequest: BeforeRequest | undefined
  permissionRequest: PermissionRequest | undefined
  permissionCheck: PermissionCheck | undefined
  devicePermission: (() => boolean) | undefined
  spellCheck = true

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

export const session = { defaultSession: new Session() }
