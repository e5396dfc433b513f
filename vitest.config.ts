import { defineConfig } from 'vitest/config'

/** Tests that drive a browser, which other programs on the machine may hold up for seconds. */
const inBrowser = [
  'tests/window/**/*.test.ts',
  'tests/renderer/engine-host/*-in-chromium.test.ts',
  'tests/renderer/platform/browser-*.test.ts',
  'tests/main/offline-switches.test.ts',
]

export default defineConfig({
  test: {
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // Of a browser's test a third is waiting.
    maxWorkers: 3,
    reporters: ['default'],
    projects: [
      { extends: true, test: { name: 'plain', include: ['tests/**/*.test.ts'], exclude: inBrowser } },
      // What passes only at its second attempt is named at the end of `npm test`.
      { extends: true, test: { name: 'browser', include: inBrowser, retry: process.env['CI'] ? 1 : 0 } },
    ],
  },
})
