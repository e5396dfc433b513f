/**
 * `app://dossier/x` ↔ `http://dossier.app.localhost/x`: secure, stable, and served from here. In another partition it is
 * `http://dossier.<partition>.app.localhost/x`, so that each has an origin and a handler of its own.
 */

/** The address Chromium loads for an address of a registered scheme. */
export function shownAddress(address: string, partition: string): string {
  const url = new URL(address)
  if (url.protocol !== 'app:') return address
  const place = partition === '' ? 'app' : `${partition}.app`
  return `http://${url.host}.${place}.localhost${url.pathname}${url.search}${url.hash}`
}

const shown = /^http:\/\/([^/.]+)(?:\.([^/.]+))?\.app\.localhost(?::\d+)?(?=\/|$)/

/** The address the main process knows for one Chromium shows. */
export function ownAddress(address: string): string {
  return address.replace(shown, 'app://$1')
}

/** The partition whose page shows an address. */
export function partitionOf(address: string): string {
  return shown.exec(address)?.[2] ?? ''
}
