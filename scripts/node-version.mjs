/** Ends with a clear sentence when Node is too old to run TypeScript unbuilt. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return
  console.error(
    `Node ${process.versions.node} 版本过低，需要 22.18 或更新版本。请用 npm run 启动（会使用自带的 Node），或升级 Node。\n` +
      `Node ${process.versions.node} is too old: 22.18 or newer is needed. Start it with npm run, or upgrade Node.`,
  )
  process.exit(2)
}
