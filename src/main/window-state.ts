import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() })
const windowState = z.object({
  bounds: rectangle.optional(),
  maximised: z.boolean().default(false),
  language: z.enum(['zh', 'en']).optional(),
})

export type Rectangle = z.infer<typeof rectangle>
/** What is remembered of the window; nothing about cases, and no path. */
export type WindowState = z.infer<typeof windowState>

export const smallestWindow = { width: 960, height: 640 }
const firstWindow = { width: 1280, height: 800 }
/** So much of the title bar must be on a display that a person can take hold of it. */
const graspable = { width: 120, height: 40 }

/** What was remembered; the plain state when nothing was, or nothing that can be read. */
export function readWindowState(path: string): WindowState {
  try {
    return windowState.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return { maximised: false }
  }
}

/** Remembers the state whole or not at all; that it cannot be written is no reason to stop. */
export function writeWindowState(path: string, state: WindowState): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(`${path}.part`, JSON.stringify(state), { mode: 0o600 })
    renameSync(`${path}.part`, path)
  } catch {
    return
  }
}

/** The remembered bounds if a person can still reach the window there, else a size that fits the first display. */
export function boundsOn(
  workAreas: readonly Rectangle[],
  remembered: Rectangle | undefined,
): Partial<Rectangle> & { width: number; height: number } {
  if (remembered && workAreas.some((area) => isGraspable(remembered, area))) {
    return {
      ...remembered,
      width: Math.max(remembered.width, smallestWindow.width),
      height: Math.max(remembered.height, smallestWindow.height),
    }
  }
  const [first] = workAreas
  return {
    width: Math.max(smallestWindow.width, Math.min(firstWindow.width, first?.width ?? Infinity)),
    height: Math.max(smallestWindow.height, Math.min(firstWindow.height, first?.height ?? Infinity)),
  }
}

function isGraspable(bounds: Rectangle, area: Rectangle): boolean {
  const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  const down = area.y + area.height - bounds.y
  return across >= graspable.width && down >= graspable.height && bounds.y >= area.y
}
