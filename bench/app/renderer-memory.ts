import { readdirSync, readFileSync } from 'node:fs'

/** Watches the resident memory of the renderer processes of one browser; Linux only. */
export class RendererMemory {
  private readonly profile: string
  private readonly timer: ReturnType<typeof setInterval>
  private highest = 0

  /** `profile` is the browser's user data folder: its processes are known by it. */
  constructor(profile: string) {
    this.profile = profile
    this.timer = setInterval(() => (this.highest = Math.max(this.highest, this.now())), 50)
  }

  /** Megabytes of the largest renderer now; 0 where there is no /proc. */
  now(): number {
    return Math.max(0, ...rendererProcesses(this.profile).map(residentMegabytes))
  }

  /** Megabytes at most since the last call. */
  takePeak(): number {
    const peak = Math.max(this.highest, this.now())
    this.highest = 0
    return peak
  }

  stop(): void {
    clearInterval(this.timer)
  }
}

function rendererProcesses(profile: string): string[] {
  try {
    return readdirSync('/proc').filter((name) => {
      if (!/^\d+$/.test(name)) return false
      const line = commandLine(name)
      return line.includes('--type=renderer') && line.includes(profile)
    })
  } catch {
    return []
  }
}

function commandLine(process: string): string {
  try {
    return readFileSync(`/proc/${process}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

function residentMegabytes(process: string): number {
  try {
    const kibibytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1]
    return (Number(kibibytes ?? 0) * 1024) / 1e6
  } catch {
    return 0
  }
}
