/** node --import register.ts out/main/index.js: the module `electron` is the one of this folder. */
import { registerHooks } from 'node:module'

const electron = new URL('electron/index.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    return specifier === 'electron' ? { url: electron, shortCircuit: true } : next(specifier, context)
  },
})

interface Evaluation {
  readonly kind: 'evaluate'
  readonly id: number
  readonly source: string
  readonly argument: unknown
}

/** Runs a function of a test on the module, as Playwright does with Electron. */
process.on('message', (message: Evaluation) => {
  void (async () => {
    try {
      const module: unknown = await import(electron)
      const run = (0, eval)(`(${message.source})`) as (module: unknown, argument: unknown) => unknown
      process.send?.({ kind: 'result', id: message.id, value: await run(module, message.argument) })
    } catch (error) {
      process.send?.({ kind: 'result', id: message.id, error: String(error) })
    }
  })()
})
process.on('disconnect', () => process.exit(0))
