/** Switches of Chromium, names and values, under which not even an address of this machine is reached. */
export const offlineSwitches: readonly (readonly [name: string, value: string])[] = [
  // Holds for addresses in figures too, and for a proxy.
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['no-proxy-server', ''],
  // The one way past the rule above: packets of a peer connection.
  ['webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['disable-background-networking', ''],
  ['disable-component-update', ''],
  ['disable-domain-reliability', ''],
  ['no-pings', ''],
]
