import { readdirSync, readFileSync } from 'node:fs'

/** Megabytes of a process. */
export interface Memory {
  /** VmRSS: with what it shares with other processes, and with files such as the program itself. */
  readonly resident: number
  /** RssAnon: without either. */
  readonly own: number
}

/** Watches the memory of the renderer processes of one browser; Linux only. */
export class RendererMemory {
  private readonly profile: string
  private readonly timer: ReturnType<typeof setInterval>
  private highest: Memory = { resident: 0, own: 0 }

  /** `profile` is the browser's user data folder: its processes are known by it. */
  constructor(profile: string) {
    this.profile = profile
    this.timer = setInterval(() => this.look(), 50)
  }

  private look(): void {
    for (const { resident, own } of rendererProcesses(this.profile).map(memoryOf)) {
      const { highest } = this
      this.highest = { resident: Math.max(highest.resident, resident), own: Math.max(highest.own, own) }
    }
  }

  /** At most since the last call, of the largest renderer; 0 where there is no /proc. */
  takePeak(): Memory {
    this.look()
    const peak = this.highest
    this.highest = { resident: 0, own: 0 }
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

function memoryOf(process: string): Memory {
  const megabytes = (status: string, name: string) =>
    (Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024) / 1e6
  try {
    const status = readFileSync(`/proc/${process}/status`, 'utf8')
    return { resident: megabytes(status, 'VmRSS'), own: megabytes(status, 'RssAnon') }
  } catch {
    return { resident: 0, own: 0 }
  }
}
