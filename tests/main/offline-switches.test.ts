import { createSocket } from 'node:dgram'
import { createServer, type AddressInfo } from 'node:net'
import { chromium } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { offlineSwitches } from '../../src/main/offline-switches.ts'
import { wholeBrowser } from '../window/harness/browser.ts'

/** What arrives on this machine from a page that has no policy at all and tries everything. */
async function arrivals(switches: readonly string[]): Promise<{ packets: number; connections: number }> {
  let packets = 0
  let connections = 0
  const socket = createSocket('udp4', () => (packets += 1))
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', () => resolve()))
  const server = createServer((connection) => {
    connections += 1
    connection.on('error', () => undefined).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const started = await chromium.launch({
    executablePath: wholeBrowser!.path,
    args: [...wholeBrowser!.args, ...switches],
  })
  onTestFinished(async () => {
    await started.close()
    socket.close()
    server.close()
  })
  const page = await started.newPage()
  await page.evaluate(
    async ([udp, tcp]) => {
      const login = { username: 'a', credential: 'b' }
      const peer = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:127.0.0.1:${udp}` },
          { urls: `turn:127.0.0.1:${udp}`, ...login },
          { urls: `turn:127.0.0.1:${tcp}?transport=tcp`, ...login },
        ],
      })
      peer.createDataChannel('x')
      await peer.setLocalDescription(await peer.createOffer())
      void fetch(`http://127.0.0.1:${tcp}/`, { mode: 'no-cors' }).catch(() => undefined)
      void fetch(`http://localhost:${tcp}/`, { mode: 'no-cors' }).catch(() => undefined)
      new WebSocket(`ws://127.0.0.1:${tcp}/`)
      new Image().src = `http://127.0.0.1:${tcp}/`
      await new Promise((resolve) => setTimeout(resolve, 1500))
    },
    [socket.address().port, (server.address() as AddressInfo).port] as const,
  )
  return { packets, connections }
}

test.skipIf(!wholeBrowser)('under the switches nothing arrives anywhere, without them it would', async () => {
  const open = await arrivals([])
  expect(open.packets).toBeGreaterThan(0)
  expect(open.connections).toBeGreaterThan(0)
  const switches = offlineSwitches.map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`))
  expect(await arrivals(switches)).toEqual({ packets: 0, connections: 0 })
})
