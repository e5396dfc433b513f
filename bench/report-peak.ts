import { readFileSync, writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

/**
 * Preloaded into a measured process: writes its peak of resident memory, workers included, when it ends.
 * Linux keeps a peak per program (VmHWM); `getrusage` would count what the parent held when it forked.
 */
const target = process.env['BENCH_PEAK_FILE']
if (isMainThread && target !== undefined) {
  process.on('exit', () => writeFileSync(target, String(peakKilobytes())))
}

function peakKilobytes(): number {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))
    if (found) return Number(found[1])
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS
}
