/** Makes a switch of one that knows only on and off: it is on while anybody wants it on. */
export function countedSwitch(turn: (on: boolean) => void): (on: boolean) => void {
  let wanted = 0
  return (on) => {
    const before = wanted
    wanted = Math.max(0, wanted + (on ? 1 : -1))
    if (before > 0 !== wanted > 0) turn(wanted > 0)
  }
}

/** Keeps the screen, and with it the machine, awake while it is on and the tab is seen. Never throws. */
export function wakeLockSwitch(): (on: boolean) => void {
  let isOn = false
  let lock: WakeLockSentinel | undefined
  let asking = false
  const ask = async () => {
    if (asking || lock?.released === false || document.visibilityState !== 'visible') return
    asking = true
    try {
      lock = await navigator.wakeLock.request('screen')
    } catch {
      // A battery that is low, or a browser without it: the work goes on all the same.
      lock = undefined
    } finally {
      asking = false
    }
    if (!isOn) await lock?.release()
  }
  // A tab that is hidden loses its lock.
  document.addEventListener('visibilitychange', () => {
    if (isOn) void ask()
  })
  return (on) => {
    isOn = on
    if (on) void ask()
    else void lock?.release().catch(() => undefined)
  }
}
