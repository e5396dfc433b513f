import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { join } from 'node:path'

/** Where a second start asks whether the server is one of the same person's. */
export const markPath = '/.running'

const answerWithinMs = 3000

/** Answers a challenge in a way only somebody who can read the mark can check. */
export type Prove = (challenge: string) => string

/** Leaves a new secret in the state folder, readable by this person alone. */
export async function leaveMark(stateFolder: string, name: string): Promise<Prove> {
  const secret = randomBytes(32).toString('hex')
  await mkdir(stateFolder, { recursive: true, mode: 0o700 })
  const path = join(stateFolder, name)
  await rm(path, { force: true })
  await writeFile(path, secret, { mode: 0o600, flag: 'wx' })
  return (challenge) => proof(secret, challenge)
}

export async function removeMark(stateFolder: string, name: string): Promise<void> {
  await rm(join(stateFolder, name), { force: true })
}

/** Whether the server at the address knows the secret of the mark: not one that merely sits on the port. */
export async function isOurs(address: string, stateFolder: string, name: string): Promise<boolean> {
  const secret = await readFile(join(stateFolder, name), 'utf8').catch(() => undefined)
  if (secret === undefined) return false
  const challenge = randomBytes(16).toString('hex')
  const expected = Buffer.from(proof(secret, challenge))
  const answer = Buffer.from(await ask(`${address.slice(0, -1)}${markPath}?${challenge}`))
  return answer.length === expected.length && timingSafeEqual(answer, expected)
}

function proof(secret: string, challenge: string): string {
  return createHmac('sha256', secret).update(challenge).digest('hex')
}

function ask(address: string): Promise<string> {
  return new Promise((resolve) => {
    const nothing = () => resolve('')
    const request = get(address, { timeout: answerWithinMs }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
        if (text.length > 1000) request.destroy()
      })
      response.on('end', () => resolve(text))
      response.on('error', nothing)
      response.on('close', nothing)
    })
    request.on('timeout', () => request.destroy())
    request.on('error', nothing)
  })
}
