import type { StartWord } from '../zh/start.ts'

export const startWords = {
  'start.fetching':
    'The Electron runtime is not on this computer yet; it is downloaded once now (about 110 MB, at most {minutes} minutes). Nothing else ever uses the network. To do without it, press Ctrl+C and use: npm start -- --browser',
  'start.not-fetched':
    'The Electron runtime could not be installed; the same window opens in a browser instead. Later starts do not try again; to try again use: npm start -- --electron',
  'start.not-tried':
    'There is no Electron runtime (it could not be installed last time); the same window opens in a browser instead. To try again use: npm start -- --electron',
  'start.electron': 'Rights Dossier is running (Electron {version}).',
  'start.electron-ended':
    'Electron did not run properly (exit code {code}). npm start -- --browser opens the window in a browser; the two have registers of their own, so save a case as a case folder in one to open it in the other.',
  'start.serving':
    'Rights Dossier is offered on this computer only: {address}\nThe register is kept in the browser that opens it, so always use the same one (Chrome, Edge or Chromium). Press Ctrl+C to end.',
  'start.opened': 'Opened in {browser}.',
  'start.open-it':
    'There is no desktop or browser that can be used. Open the address above in Chrome, Edge or Chromium on this computer.',
  'start.already-running': 'Rights Dossier is running already: {address}',
  'start.port-taken':
    'Port {port} is held by another program, or by another person of this computer, so Rights Dossier was not started. The register belongs to this address, so no other port is used. End that program and try again.',
  'start.stopped': 'Ended.',
} as const satisfies Record<StartWord, string>
