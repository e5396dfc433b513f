import { asic } from './asic-manifest.ts'
import { bagPaths } from './bag.ts'

const command = (text: string): string => `    ${text}`
const signature = `-binary -inform DER -in ${asic.signaturePath} -content ${asic.manifestPath}`
/** What no list names: the list of lists, and the two files of META-INF. */
const unlisted = [bagPaths.tags, asic.manifestPath, asic.signaturePath]
const lists = [bagPaths.sha256, bagPaths.tags] as const
/** A line of a list is 64 hex digits, two spaces, the path. */
const beforePath = 66

/**
 * The commands of both guides, so that the languages cannot drift apart. `pdfPath` is the path of the merged PDF in
 * the bundle; it and all other names here are free of quotes. Each stands indented on a line of its own.
 */
export function verificationCommands(pdfPath: string) {
  const originals = `awk 'substr($0, ${beforePath + 1}) != "${pdfPath}"' ${bagPaths.sha256}`
  return {
    windows: windowsCommands(pdfPath),
    macos: lists.map((list) => command(`shasum -a 256 -c ${list}`)),
    linux: lists.map((list) => command(`sha256sum -c ${list}`)),
    // Whole paths are compared; a newline in a name makes lines that no list holds.
    extra: command(
      `find . ! -type d | awk 'BEGIN { ${unlisted.map((path) => `k["./${path}"]`).join('; ')} } ` +
        `!f { k["./" substr($0, ${beforePath + 1})]; next } !($0 in k) { print "EXTRA " $0 }' ` +
        `${lists.join(' ')} f=1 -`,
    ),
    tie: command(
      `grep -c "$(openssl dgst -sha256 -binary ${bagPaths.tags} | openssl base64)" ${asic.manifestPath}`,
    ),
    originalsOnMacos: command(`${originals} | shasum -a 256`),
    originalsOnLinux: command(`${originals} | sha256sum`),
    // LibreSSL of macOS has no -cades; -nointern with -certfile takes no certificate but those in the file.
    libreSsl: command(
      `openssl cms -verify ${signature} -nointern -certfile signer.pem.txt -noverify -out /dev/null`,
    ),
    openSsl: command(
      `openssl cms -verify -cades ${signature} -nointern -certfile signer.pem.txt -CAfile signer.pem.txt ` +
        `-partial_chain -purpose any -out /dev/null`,
    ),
    fingerprint: command('openssl x509 -in signer.pem.txt -noout -fingerprint -sha256'),
    pdf: command(`pdfsig -nocert "${pdfPath}"`),
  }
}

/** For cmd and for Windows PowerShell 5.1, which every Windows since 10 has. */
function windowsCommands(pdfPath: string) {
  const read = 'Get-Content -Encoding UTF8'
  const sha256 = '[Security.Cryptography.SHA256]::Create().ComputeHash'
  return {
    pdf: command(`certutil -hashfile "${pdfPath.replaceAll('/', '\\')}" SHA256`),
    index: command('certutil -hashfile dossier.json SHA256'),
    list: command(`certutil -hashfile ${bagPaths.sha256} SHA256`),
    certificate: [
      command('certutil -f -decode signer.pem.txt "%TEMP%\\signer.der"'),
      command('certutil -hashfile "%TEMP%\\signer.der" SHA256'),
    ],
    sevenZip: command(`"C:\\Program Files\\7-Zip\\7z.exe" t -thash ${bagPaths.checksumsSha256}`),
    wholeLists: lists.map((list) =>
      command(
        `${read} ${list} | ForEach-Object { $h, $f = $_ -split '  ', 2; ` +
          `if ((Get-FileHash -Algorithm SHA256 -LiteralPath $f).Hash -ne $h) { "CHANGED $f" } }; "DONE"`,
      ),
    ),
    extra: command(
      `$k = @{}; ${read} ${lists.join(', ')} | ForEach-Object { $k[$_.Substring(${beforePath})] = 1 }; ` +
        `${unlisted.map((path) => `'${path}'`).join(', ')} | ForEach-Object { $k[$_] = 1 }; ` +
        `$n = $PWD.ProviderPath.TrimEnd('\\').Length + 1; Get-ChildItem -Recurse -Force -File | ForEach-Object { ` +
        `$p = $_.FullName.Substring($n).Replace('\\', '/'); if (!$k.ContainsKey($p)) { "EXTRA $p" } }; "DONE"`,
    ),
    tie: command(
      `Select-String -Quiet -SimpleMatch ([Convert]::ToBase64String(${sha256}` +
        `([IO.File]::ReadAllBytes("$PWD\\${bagPaths.tags}")))) META-INF\\ASiCManifest001.xml`,
    ),
    // The list has LF only, whatever Windows would write.
    originals: command(
      `$t = (${read} ${bagPaths.sha256} | Where-Object { $_.Substring(${beforePath}) -cne '${pdfPath}' } | ` +
        `ForEach-Object { $_ + [char]10 }) -join ''; ` +
        `[BitConverter]::ToString(${sha256}([Text.Encoding]::UTF8.GetBytes($t))).Replace('-', '').ToLower()`,
    ),
  }
}
