import { type DeriveAnswer, deriveHere, type DeriveRequest } from './derive.ts'

addEventListener('message', (event: MessageEvent<DeriveRequest>) => {
  deriveHere(event.data).then(
    (derived) => answer({ derived }),
    (error: unknown) => answer({ error: String(error) }),
  )
})

function answer(message: DeriveAnswer): void {
  postMessage(message)
}
