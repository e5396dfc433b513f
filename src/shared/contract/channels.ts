/** The window asks on this channel: name and input of a request of `bridge.ts`; an outcome comes back. */
export const requestChannel = 'request'
/** The main process tells the window on this channel: a `BridgeEvent`. */
export const eventChannel = 'window-event'
