/** Words that `npm start` prints. */
export const startWords = {
  'start.fetching':
    '这台电脑上还没有 Electron 运行时，现在下载一次（约 110 MB，最多等 {minutes} 分钟）。这是唯一要联网的一步，之后完全离线；不想下载请按 Ctrl+C，再用 npm start -- --browser。',
  'start.not-fetched':
    'Electron 运行时没有装上，改用浏览器打开同一个窗口。之后启动不再尝试下载；要再试，请用 npm start -- --electron。',
  'start.not-tried':
    '没有 Electron 运行时（上次没有装上），改用浏览器打开同一个窗口。要再试，请用 npm start -- --electron。',
  'start.electron': '权卷已启动（Electron {version}）。',
  'start.electron-ended':
    'Electron 没有正常运行（退出码 {code}）。可用 npm start -- --browser 在浏览器中打开；两处的登记册互不相通，案件可“另存为案件文件夹”后在另一处打开。',
  'start.serving':
    '权卷只在这台电脑上提供：{address}\n登记册存在打开它的那个浏览器里，请一直用同一个浏览器（Chrome、Edge 或 Chromium）。按 Ctrl+C 结束。',
  'start.opened': '已用 {browser} 打开。',
  'start.open-it': '没有可用的桌面或浏览器。请在这台电脑的 Chrome、Edge 或 Chromium 中打开上面的地址。',
  'start.already-running': '权卷已在运行：{address}',
  'start.port-taken':
    '端口 {port} 被别的程序或这台电脑的另一位用户占用，权卷没有启动。登记册只认这个地址，不会改用别的端口。请关掉占用它的程序后再试。',
  'start.stopped': '已结束。',
} as const

export type StartWord = keyof typeof startWords
