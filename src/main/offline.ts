import { app, type Session, type WebContents } from 'electron'
import { isWindowAddress } from './app-scheme.ts'
import { offlineSwitches } from './offline-switches.ts'

/** What the window may be granted; everything else is denied. */
const granted: ReadonlySet<string> = new Set(['persistent-storage', 'clipboard-sanitized-write'])

/** Must run before the application is ready. */
export function cutOffNetwork(): void {
  for (const [name, value] of offlineSwitches) app.commandLine.appendSwitch(name, value)
}

/** Refuses every request but the window's own, every permission and every download. */
export function guardSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocal(details.url) }))
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(granted.has(permission) && isWindowAddress(details.requestingUrl)),
  )
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => granted.has(permission) && isWindowAddress(origin),
  )
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  // Files leave through a grant, where the person chose the place.
  session.on('will-download', (event) => event.preventDefault())
}

/** Keeps the contents at the window's own address, in one window. */
export function guardContents(contents: WebContents): void {
  const stay = (event: { readonly url: string; preventDefault(): void }) => {
    if (!isWindowAddress(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  // A peer connection would send packets past every other guard.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

function isLocal(address: string): boolean {
  if (isWindowAddress(address)) return true
  return address.startsWith('blob:app://dossier/') || address.startsWith('devtools:')
}
