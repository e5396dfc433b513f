import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const required = process.env['REQUIRE_JUDGES'] === '1'

/** Whether a third-party judge is installed. Says aloud that it is missing; throws where judges are required. */
export function hasTool(name: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v "$0"`, name], { stdio: 'ignore' })
    return true
  } catch {
    return absent(`judge ${name} is not installed`)
  }
}

/** The folder of public test suites beside the repository, or undefined (then tests that need it are skipped). */
export function suitesFolder(): string | undefined {
  const folder = fileURLToPath(new URL('../../shared/suites', import.meta.url))
  if (existsSync(folder)) return folder
  absent('the public test suites are not beside the repository')
  return undefined
}

function absent(what: string): false {
  if (required) throw new Error(`REQUIRE_JUDGES=1, but ${what}`)
  console.warn(`SKIPPED: ${what}`)
  return false
}
