/** `app://dossier/x` ↔ `http://dossier.app.localhost/x`: secure, stable, and served from here. */

/** The address Chromium loads for an address of a registered scheme. */
export function shownAddress(address: string): string {
  const url = new URL(address)
  if (url.protocol !== 'app:') return address
  return `http://${url.host}.app.localhost${url.pathname}${url.search}${url.hash}`
}

/** The address the main process knows for one Chromium shows. */
export function ownAddress(address: string): string {
  return address.replace(/^http:\/\/([^/.]+)\.app\.localhost(?::\d+)?(?=\/|$)/, 'app://$1')
}
