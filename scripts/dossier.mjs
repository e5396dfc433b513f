#!/usr/bin/env node
// The command line: checks the Node version, fetches the fonts out of their packages once, then runs src/cli unbuilt.
import * as nodeModule from 'node:module'
import { requireNode } from './node-version.mjs'

requireNode()
nodeModule.enableCompileCache?.()
const { ensureFonts } = await import('./copy-fonts.ts')
await ensureFonts()
const { main } = await import('../src/cli/index.ts')
// npm changes the working folder to the package; INIT_CWD is where the person stands.
process.exitCode = await main(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd())
