import type { Configuration } from 'electron-builder'

/** What the packager is told that is not the same for every packaging. */
export interface PackageFacts {
  /** Holds what is written for the packages alone: package.json and THIRD_PARTY_LICENSES.txt. */
  readonly generated: string
  readonly output: string
  /** Page of the project. A deb must name one, so without it there is none. */
  readonly homepage?: string
  /** An unpacked Electron to pack instead of the one that is fetched. */
  readonly electronDist?: string
  /** Whether to renew the ad-hoc signature that flipping a fuse breaks; possible on macOS only. */
  readonly signsAdHoc: boolean
}

/** The name of files, folders and programs: ASCII, because installers and shells of every age read it. */
export const programName = 'Rights Dossier'

/** The name people read: in menus, on the desktop, in the list of installed programs. */
export const shownName = 'Rights Dossier 权卷'

/** Chromium's own texts, such as those of its dialogs. */
export const languages = ['zh-CN', 'en-US'] as const

/** Every fuse the packager can set, so that none keeps a state nobody chose (ADR 17). */
export const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  // There is no snapshot of our own: switched on, Electron looks for one and does not start.
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const

const summary = {
  zh: '把收到的权利义务告知书变成可打印、已签名、可核验的提交卷；完全离线',
  en: 'Turns a received notice of rights and duties into a printed, signed, verifiable submission; offline',
} as const

const artifact = 'rights-dossier-${version}-${os}-${arch}'
const entitlements = 'resources/packages/entitlements.plist'

/**
 * What can be verified, offered under "open with" and never as the default. `fileAssociations` stay empty: on Windows
 * they would make the program the default (ADR 17).
 */
const mimeTypes = ['application/vnd.etsi.asic-e+zip', 'application/zip', 'application/pdf'] as const
const documentTypes = [
  { CFBundleTypeName: 'ZIP', LSItemContentTypes: ['public.zip-archive'] },
  { CFBundleTypeName: 'PDF', LSItemContentTypes: ['com.adobe.pdf'] },
  { CFBundleTypeName: 'ASiC-E', CFBundleTypeExtensions: ['asice', 'sce'] },
  { CFBundleTypeName: 'Folder', LSItemContentTypes: ['public.folder'] },
].map((type) => ({ ...type, CFBundleTypeRole: 'Viewer', LSHandlerRank: 'Alternate' }))

/** What electron-builder makes for every system. */
export function packageConfiguration(facts: PackageFacts): Configuration {
  return {
    appId: 'org.rights-dossier.app',
    productName: programName,
    copyright: 'Copyright (c) 2026 Rights Dossier contributors',
    directories: { output: facts.output, buildResources: 'resources/icons' },
    // Main process, preload and window are bundled; whatever else lies in out/ stays there.
    files: [
      { from: 'out', to: 'out', filter: ['main/**/*', 'preload/**/*', 'renderer/**/*', '!**/*.map'] },
      { from: facts.generated, to: '.', filter: ['package.json'] },
    ],
    // False: node_modules are not the packager's business, it neither collects nor rebuilds any.
    beforeBuild: () => Promise.resolve(false),
    extraMetadata: {
      author: { name: 'Rights Dossier contributors' },
      desktopName: 'rights-dossier.desktop',
      ...(facts.homepage === undefined ? {} : { homepage: facts.homepage }),
    },
    extraResources: [
      'LICENSE',
      'THIRD_PARTY_NOTICES.md',
      { from: facts.generated, to: '.', filter: ['THIRD_PARTY_LICENSES.txt'] },
    ],
    asar: true,
    artifactName: `${artifact}.\${ext}`,
    electronLanguages: [...languages],
    electronFuses: { ...fuses, resetAdHocDarwinSignature: facts.signsAdHoc },
    ...(facts.electronDist === undefined ? {} : { electronDist: facts.electronDist }),
    // The program looks for no updates: nothing is uploaded, nothing is written for an updater.
    publish: null,
    // Its AppImages start without libfuse2, which newer distributions do not bring.
    toolsets: { appimage: '1.0.3' },
    win: {
      target: ['nsis', 'portable'].map((target) => ({ target, arch: ['x64' as const] })),
      icon: 'icon.ico',
    },
    nsis: {
      artifactName: `${artifact}-setup.\${ext}`,
      oneClick: false,
      perMachine: false,
      allowToChangeInstallationDirectory: true,
      installerLanguages: ['zh_CN', 'en_US'],
      multiLanguageInstaller: true,
      displayLanguageSelector: true,
      shortcutName: shownName,
      uninstallDisplayName: `${shownName} \${version}`,
      // The register is evidence: only the person deletes it.
      deleteAppDataOnUninstall: false,
      // Both are for an updater.
      differentialPackage: false,
      packElevateHelper: false,
    },
    // Each start unpacks into a folder of its own: a second one must not touch that of the program that runs.
    portable: { artifactName: `${artifact}-portable.\${ext}`, unpackDirName: true },
    mac: {
      target: ['dmg', 'zip'].map((target) => ({ target, arch: ['x64' as const, 'arm64' as const] })),
      icon: 'icon.icns',
      category: 'public.app-category.business',
      hardenedRuntime: true,
      entitlements,
      entitlementsInherit: entitlements,
      // Electron brings sentences that ask for devices; null takes them away, and macOS then refuses the device.
      extendInfo: {
        CFBundleDisplayName: shownName,
        CFBundleDocumentTypes: documentTypes,
        NSAudioCaptureUsageDescription: null,
        NSBluetoothAlwaysUsageDescription: null,
        NSBluetoothPeripheralUsageDescription: null,
        NSCameraUsageDescription: null,
        NSMicrophoneUsageDescription: null,
      },
    },
    dmg: { title: '${productName} ${version}', writeUpdateInfo: false },
    linux: {
      target: ['AppImage', ...(facts.homepage === undefined ? [] : ['deb'])].map((target) => ({
        target,
        arch: ['x64' as const],
      })),
      executableName: 'rights-dossier',
      mimeTypes: [...mimeTypes],
      icon: 'png',
      category: 'Office',
      maintainer: 'Rights Dossier contributors',
      synopsis: 'Signed, paginated submissions from a case folder',
      description: summary.en,
      syncDesktopName: true,
      desktop: {
        entry: {
          Name: shownName,
          'Name[zh_CN]': '权卷',
          'Comment[zh_CN]': summary.zh,
          Keywords: 'evidence;dossier;bundle;procuratorate;',
          'Keywords[zh_CN]': '证据;卷宗;权卷;检察院;知识产权;',
        },
      },
    },
    deb: { packageCategory: 'misc', priority: 'optional' },
  }
}
