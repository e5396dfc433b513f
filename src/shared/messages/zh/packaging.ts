/** Words that `npm run package`, `package:start` and `sbom` print. */
export const packagingWords = {
  'packaging.making':
    '正在打包（{system}）。Electron {version} 与打包工具如不在 {cache} 中，会从网上下载一次；此外不联网。',
  'packaging.made': '已生成安装包，放在 {folder}，校验值在 SHA256SUMS：\n{names}',
  'packaging.unsigned':
    '没有提供签名证书（CSC_LINK、WIN_CSC_LINK），安装包未签名：打开时，Windows 的 SmartScreen 与 macOS 的 Gatekeeper 会警告。请一并公布 SHA256SUMS，供收到的人核对。',
  'packaging.no-deb':
    '没有生成 deb：deb 必须写明项目主页。请把环境变量 DOSSIER_HOMEPAGE 设为主页地址后再运行一次。',
  'packaging.not-fetched':
    '下载不了 Electron 或打包工具（{reason}），没有生成安装包。下面改为试打包，核对其余部分；能联网后请再运行一次 npm run package。',
  'packaging.trial': '试打包：用替身代替 Electron，不下载任何东西，也不生成安装包。',
  'packaging.checked':
    '{system}：配置有效；app.asar 中的 {count} 个文件与构建结果逐字节一致；安全开关（fuse）、完整性校验值、语言、许可证文件均符合配置。',
  'packaging.not-checked':
    '这里没有核对：程序在真正的 Electron 中能否启动；nsis、便携版、dmg、AppImage、deb 的制作与安装；签名与公证。启动与制作由公开 CI 在三种系统上核对（.github/workflows/ci.yml）；签名与公证须由持有证书的人完成。',
  'packaging.mac-elsewhere': '没有试打包 macOS 版：其中有符号链接。请在 macOS 或 Linux 上试。',
  'packaging.configuration': '打包配置有误，没有生成任何文件。请改正 electron-builder.config.ts：\n{reason}',
  'packaging.failed': '打包失败，没有留下半成品。请按下面的原因处理后重试：\n{reason}',
  'packaging.no-system': '没有适用于这种系统（{platform}）的安装包。请在 Linux、Windows 或 macOS 上打包。',
  'packaging.misused':
    '不认识 {argument}。请用 npm run package，或只作试打包：npm run package -- --dir-check',
  'packaging.faulty': '{system}：打好的程序与项目不符，请不要分发。',
  'packaging.wrong-file': 'app.asar 中的 {path} 多余、缺失，或与构建结果不同。请重新构建后再打包。',
  'packaging.wrong-fuse': '安全开关（fuse）{fuse} 与 electron-builder.config.ts 不符。请更新打包工具后重试。',
  'packaging.wrong-digest': '程序中没有 app.asar 的完整性校验值，Electron 会拒绝启动。请更新打包工具后重试。',
  'packaging.wrong-languages':
    'Chromium 的语言应当只有中文和英文，实际是：{languages}。请核对 electron-builder.config.ts。',
  'packaging.no-licence': '缺少许可证文件 {name}。请核对 electron-builder.config.ts。',
  'packaging.nothing-packed': 'out/packages 中没有打好的程序。请先运行 npm run package。',
  'packaging.started': '打好的程序能启动并继续运行。',
  'packaging.not-started': '打好的程序没有正常启动，请不要分发：{reason}',
  'packaging.sbom': '软件物料清单（CycloneDX {version}，{count} 个组件）已写入 {path}。',
  'packaging.no-sbom': '没有生成软件物料清单。请先运行 npm ci，再重试：\n{reason}',
} as const

export type PackagingWord = keyof typeof packagingWords
