import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge, BridgeEvent } from '../shared/contract/bridge.ts'
import { eventChannel, requestChannel } from '../shared/contract/channels.ts'

const bridge: Bridge = {
  request: (name, input) => ipcRenderer.invoke(requestChannel, name, input),
  onEvent(listener) {
    const pass = (_event: unknown, bridgeEvent: BridgeEvent) => listener(bridgeEvent)
    ipcRenderer.on(eventChannel, pass)
    return () => {
      ipcRenderer.off(eventChannel, pass)
    }
  },
}

// contextBridge hands over frozen copies; nothing else of this file is within the page's reach.
contextBridge.exposeInMainWorld('bridge', bridge)
