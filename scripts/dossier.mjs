#!/usr/bin/env node
// The command line: checks the Node version, fetches the fonts out of their packages once, then runs src/cli unbuilt.
import * as nodeModule from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { requireNode } from './node-version.mjs'

requireNode()
nodeModule.enableCompileCache?.()
// A nursery that grows takes up to 100 MB more in a build, and saves no time that could be measured.
setFlagsFromString('--semi-space-growth-factor=1')
await import('../src/cli/one-file-libraries.ts')
const { ensureFonts } = await import('./copy-fonts.ts')
await ensureFonts()
const { main } = await import('../src/cli/index.ts')
// npm changes the working folder to the package; INIT_CWD is where the person stands.
process.exitCode = await main(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd())
