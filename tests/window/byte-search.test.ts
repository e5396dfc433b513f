import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { browser, quietArguments } from './harness/browser.ts'
import { findInPlain } from './harness/profile-bytes.ts'

// The judge of the vault is judged first: a search that sees nothing would always be content.
test.skipIf(!browser)('the search finds everything a careless page leaves in a profile', async () => {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(
      '<!doctype html><title>careless</title><input id="remembered"><input id="off" autocomplete="off">',
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const profile = await mkdtemp(join(tmpdir(), 'dossier-window-'))
  onTestFinished(async () => {
    server.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  })
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser!.path,
    chromiumSandbox: false,
    args: [...quietArguments, ...browser!.args],
  })
  const page = context.pages()[0]!
  await page.goto(address)
  await page.fill('#remembered', 'typed-张三-and-remembered')
  await page.fill('#off', 'typed-李四-and-forgotten')
  await page.evaluate(async () => {
    const opened = indexedDB.open('careless', 1)
    await new Promise((resolve) => {
      opened.onupgradeneeded = () => opened.result.createObjectStore('rows')
      opened.onsuccess = resolve
    })
    const put = (value: unknown, key: string) =>
      new Promise((resolve) => {
        const step = opened.result.transaction('rows', 'readwrite', { durability: 'strict' })
        step.objectStore('rows').put(value, key)
        step.oncomplete = resolve
      })
    // Large enough for the browser to compress, many enough for the database to write a compressed table.
    const filler = 'the quick brown fox jumps over the lazy dog '.repeat(40)
    for (let row = 0; row < 2500; row += 1) {
      await put(
        { filler, name: `王五-in-row-${row}`, bytes: new TextEncoder().encode(`bytes-of-${row}`) },
        `key-${row}`,
      )
    }
    localStorage.setItem('setting', 'kept-赵六-here')
    document.title = 'title-of-钱七'
    location.hash = 'hash-of-a-case'
  })
  await context.close()

  const { leaks, files } = await findInPlain(profile, [
    'typed-张三-and-remembered',
    'typed-李四-and-forgotten',
    '王五-in-row-7',
    '王五-in-row-2499',
    'bytes-of-11',
    'key-1234',
    'kept-赵六-here',
    'title-of-钱七',
    'hash-of-a-case',
    'nobody-wrote-this',
  ])
  expect(files).toBeGreaterThan(20)
  expect([...new Set(leaks.map((leak) => leak.secret))].sort()).toEqual(
    [
      'typed-张三-and-remembered',
      '王五-in-row-7',
      '王五-in-row-2499',
      'bytes-of-11',
      'key-1234',
      'kept-赵六-here',
      'title-of-钱七',
      'hash-of-a-case',
    ].sort(),
  )
  expect(leaks.some((leak) => leak.secret === '王五-in-row-7' && leak.file.endsWith('.ldb'))).toBe(true)
})
