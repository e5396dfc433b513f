import type { PackagingWord } from '../zh/packaging.ts'

export const packagingWords = {
  'packaging.making':
    'Packaging ({system}). Electron {version} and the tools are downloaded once where they are not in {cache} yet; nothing else uses the network.',
  'packaging.made': 'The packages are in {folder}, their digests in SHA256SUMS:\n{names}',
  'packaging.unsigned':
    'No signing certificate was given (CSC_LINK, WIN_CSC_LINK), so the packages are unsigned: SmartScreen on Windows and Gatekeeper on macOS will warn when they are opened. Publish SHA256SUMS with them, so that those who receive them can compare.',
  'packaging.no-deb':
    'No deb was made: a deb must name the page of the project. Set the environment variable DOSSIER_HOMEPAGE to its address and run this again.',
  'packaging.not-fetched':
    'Electron or the tools could not be downloaded ({reason}), so there are no packages. A trial follows, which checks everything else; run npm run package again when there is a network.',
  'packaging.trial':
    'Trial: a stand-in takes the place of Electron; nothing is downloaded, and no packages are made.',
  'packaging.checked':
    '{system}: the configuration is valid; the {count} files in app.asar are those of the build, byte for byte; fuses, integrity digest, languages and licence files are as configured.',
  'packaging.not-checked':
    'Not checked here: whether the program starts in real Electron; making and installing nsis, portable, dmg, AppImage and deb; signing and notarising. The public CI checks starting and making on three systems (.github/workflows/ci.yml); signing and notarising are for whoever holds the certificates.',
  'packaging.mac-elsewhere':
    'The macOS application was not tried: it holds symbolic links. Try it on macOS or Linux.',
  'packaging.configuration':
    'The configuration of the packages is wrong, so nothing was made. Correct electron-builder.config.ts:\n{reason}',
  'packaging.failed':
    'Packaging failed; nothing half-made was left. Deal with the cause below and try again:\n{reason}',
  'packaging.no-system':
    'There are no packages for this system ({platform}). Package on Linux, Windows or macOS.',
  'packaging.misused':
    '{argument} is unknown. Use npm run package, or for a trial only: npm run package -- --dir-check',
  'packaging.faulty': '{system}: the packed program is not what the project built. Do not distribute it.',
  'packaging.wrong-file':
    '{path} in app.asar is superfluous, missing, or not what was built. Build again, then package.',
  'packaging.wrong-fuse':
    'The fuse {fuse} is not as in electron-builder.config.ts. Update the packager and try again.',
  'packaging.wrong-digest':
    'The program holds no integrity digest of app.asar; Electron would refuse to start. Update the packager and try again.',
  'packaging.wrong-languages':
    'The languages of Chromium should be Chinese and English only, but are: {languages}. Check electron-builder.config.ts.',
  'packaging.no-licence': 'The licence file {name} is missing. Check electron-builder.config.ts.',
  'packaging.nothing-packed': 'There is no packed program in out/packages. Run npm run package first.',
  'packaging.started': 'The packed program starts and goes on running.',
  'packaging.not-started': 'The packed program did not start properly; do not distribute it: {reason}',
  'packaging.sbom': 'The software bill of materials (CycloneDX {version}, {count} components) is in {path}.',
  'packaging.no-sbom': 'No software bill of materials was made. Run npm ci first, then try again:\n{reason}',
} as const satisfies Record<PackagingWord, string>
