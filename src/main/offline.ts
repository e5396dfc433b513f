import { app, type Session, type WebContents } from 'electron'
import { isWindowAddress } from './app-scheme.ts'
import { offlineSwitches } from './offline-switches.ts'

/** What the pages of a session may do; everything else is refused. */
export interface SessionRules {
  mayRequest(address: string): boolean
  /** Addresses a window itself may go to. */
  mayShow(address: string): boolean
  /** Addresses a frame in it may go to. */
  mayFrame(address: string): boolean
  mayHave(permission: string, address: string): boolean
}

const permissions: ReadonlySet<string> = new Set(['persistent-storage', 'clipboard-sanitized-write'])

/** The rules of the one window that has the bridge. */
export const windowRules: SessionRules = {
  mayRequest: (address) =>
    isWindowAddress(address) || address.startsWith('blob:app://dossier/') || address.startsWith('devtools:'),
  mayShow: isWindowAddress,
  mayFrame: isWindowAddress,
  mayHave: (permission, address) => permissions.has(permission) && isWindowAddress(address),
}

const rulesOf = new WeakMap<Session, SessionRules>()

/** Must run before the application is ready. */
export function cutOffNetwork(): void {
  for (const [name, value] of offlineSwitches) app.commandLine.appendSwitch(name, value)
}

/** Refuses every request, permission and download the rules do not allow; contents of the session keep to them too. */
export function guardSession(session: Session, rules: SessionRules): void {
  rulesOf.set(session, rules)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !rules.mayRequest(details.url) }))
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(rules.mayHave(permission, details.requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, origin) => rules.mayHave(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  // Files leave through a grant, where the person chose the place.
  session.on('will-download', (event) => event.preventDefault())
}

/** Keeps the contents where the rules of their session let them be, in one window. */
export function guardContents(contents: WebContents): void {
  const rules = rulesOf.get(contents.session)
  const stay = (event: { readonly url: string; preventDefault(): void }) => {
    if (!rules?.mayShow(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-frame-navigate', (event) => {
    const may = event.isMainFrame ? rules?.mayShow(event.url) : rules?.mayFrame(event.url)
    if (!may) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  // A peer connection would send packets past every other guard.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
