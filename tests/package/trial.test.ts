import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

test('a trial checks every system and says in both languages what it cannot', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts', 'package.mjs'), '--dir-check'],
    { cwd: root, encoding: 'utf8' },
  )
  expect(stderr).not.toMatch(/不要分发|失败/)
  expect(status).toBe(0)
  for (const system of ['linux', 'win', 'mac']) {
    expect(stdout).toMatch(new RegExp(`^${system}：配置有效`, 'm'))
    expect(stdout).toMatch(new RegExp(`^${system}: the configuration is valid`, 'm'))
  }
  expect(stdout).toContain('这里没有核对')
  expect(stdout).toContain('Not checked here')
})
