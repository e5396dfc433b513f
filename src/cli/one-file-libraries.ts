import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'

/**
 * Imported first in every thread that loads the engine: `pdf-lib` then comes from the one file its package also
 * ships, instead of from 350 modules. The same code; 60 ms and 10 MB less in each thread.
 */
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    if (specifier !== 'pdf-lib') return found
    const oneFile = new URL('../dist/pdf-lib.esm.js', found.url)
    return existsSync(oneFile) ? { url: oneFile.href, format: 'module', shortCircuit: true } : found
  },
})
