import { type Finding, finding } from '../../shared/contract/finding.ts'
import type { AsicManifest, ManifestReference } from './asic-manifest.ts'
import { isOutsideManifest } from './asic-signature.ts'
import type { Bag, FileList } from './bag.ts'
import type { BundleIndex } from './bundle-index.ts'
import type { DigestAlgorithm } from './file-digests.ts'

/** Every list that says what the files should be. */
export interface ExpectedFiles {
  /** The signed list: where it speaks, it is right and the others are wrong. */
  readonly manifest: AsicManifest | undefined
  readonly bag: Bag | undefined
  readonly checksums: readonly FileList[]
  readonly index: BundleIndex | undefined
}

/** What a list says of one file. */
interface Claim {
  readonly list: string
  readonly algorithm: DigestAlgorithm
  readonly digest: string
}

export type Digests = ReadonlyMap<string, ReadonlyMap<DigestAlgorithm, string>>

const indexPath = 'dossier.json'

/** Every path some list names. */
export function listedPaths(expected: ExpectedFiles): ReadonlySet<string> {
  const { claims, signed } = claimsOf(expected)
  return new Set([...claims.keys(), ...signed.keys()])
}

/** The digests to compute, by path: of every listed file, and of strangers that may be renamed ones. */
export function wantedDigests(
  expected: ExpectedFiles,
  paths: readonly string[],
): ReadonlyMap<string, ReadonlySet<DigestAlgorithm>> {
  const { claims, signed } = claimsOf(expected)
  const present = new Set(paths)
  const wanted = new Map<string, Set<DigestAlgorithm>>()
  const ofMissing = new Set<DigestAlgorithm>()
  for (const [path, listed] of [...claims, ...signed].map(
    ([path, claim]) => [path, [claim].flat()] as const,
  )) {
    const set = present.has(path) ? (wanted.get(path) ?? new Set()) : ofMissing
    for (const { algorithm } of listed) set.add(algorithm)
    if (set !== ofMissing) wanted.set(path, set)
  }
  for (const path of addedPaths(expected, paths))
    wanted.set(path, new Set([...(wanted.get(path) ?? []), ...ofMissing]))
  return wanted
}

/** Names every file that is not what the lists say: changed, missing, added, renamed; and every list that is wrong. */
export function compareFiles(
  expected: ExpectedFiles,
  sizes: ReadonlyMap<string, number>,
  digests: Digests,
): Finding[] {
  const { claims, signed } = claimsOf(expected)
  const paths = [...sizes.keys()]
  const findings: Finding[] = (expected.manifest?.references ?? [])
    .filter(({ algorithm }) => algorithm === undefined)
    .map(({ path, algorithmName }) =>
      finding('container.digest-unsupported', path, { algorithm: algorithmName }),
    )

  const matches = (path: string, { algorithm, digest }: Claim): boolean =>
    digests.get(path)?.get(algorithm) === digest
  const missing = new Map<string, readonly Claim[]>()
  const changed = new Set<string>()
  const disagreements: Finding[] = []
  for (const path of new Set([...signed.keys(), ...claims.keys()])) {
    const sure = signed.get(path)
    const listed = claims.get(path) ?? []
    if (!sizes.has(path)) missing.set(path, sure === undefined ? listed : [sure, ...listed])
    else if (!digests.has(path)) continue
    else if (sure === undefined ? listed.some((claim) => !matches(path, claim)) : !matches(path, sure))
      changed.add(path)
    else
      for (const claim of listed)
        if (!matches(path, claim)) disagreements.push(disagreement(claim.list, path))
  }
  const added = new Set(addedPaths(expected, paths))
  for (const [path, to] of renames(missing, added, digests)) {
    findings.push(finding('container.file-renamed', path, { to }))
    missing.delete(path)
    added.delete(to)
  }
  for (const path of changed) findings.push(finding('container.file-changed', path))
  for (const path of missing.keys()) findings.push(finding('container.file-missing', path))
  for (const path of added) findings.push(finding('container.file-added', path))
  // A list that was itself changed need not be quoted.
  findings.push(...disagreements.filter(({ subject }) => !changed.has(subject)))
  if (findings.length === 0) findings.push(...incompleteLists(expected, sizes))
  return findings
}

function disagreement(list: string, file: string): Finding {
  return finding(list === indexPath ? 'container.index-disagrees' : 'container.list-disagrees', list, {
    file,
  })
}

function claimsOf(expected: ExpectedFiles): {
  claims: ReadonlyMap<string, readonly Claim[]>
  signed: ReadonlyMap<string, Claim>
} {
  const { manifest, bag, checksums, index } = expected
  const claims = new Map<string, Claim[]>()
  const claim = (path: string, said: Claim): void => {
    const said0 = claims.get(path)
    if (said0 === undefined) claims.set(path, [said])
    else said0.push(said)
  }
  for (const list of [...(bag?.manifests ?? []), ...(bag?.tagManifests ?? []), ...checksums])
    for (const [path, digest] of list.lines)
      claim(path, { list: list.path, algorithm: list.algorithm, digest })
  for (const [path, { digests }] of index?.files ?? [])
    for (const [algorithm, digest] of digests) claim(path, { list: indexPath, algorithm, digest })
  const supported = (manifest?.references ?? []).filter(
    (reference): reference is ManifestReference & { algorithm: DigestAlgorithm } =>
      reference.algorithm !== undefined,
  )
  return {
    claims,
    signed: new Map(
      supported.map(({ path, algorithm, digest }) => [path, { list: 'META-INF', algorithm, digest }]),
    ),
  }
}

/** Files no list names although one should. Tag files of a bag need not be listed; under a signature all must. */
function addedPaths({ manifest, bag }: ExpectedFiles, paths: readonly string[]): string[] {
  if (manifest !== undefined) {
    const listed = new Set(manifest.references.map(({ path }) => path))
    return paths.filter((path) => !listed.has(path) && !isOutsideManifest(path))
  }
  if (bag === undefined) return []
  return paths.filter(
    (path) => path.startsWith('data/') && !bag.manifests.some(({ lines }) => lines.has(path)),
  )
}

/** Missing files whose every claimed digest an added file has: each added file stands for one of them at most. */
function renames(
  missing: ReadonlyMap<string, readonly Claim[]>,
  added: ReadonlySet<string>,
  digests: Digests,
): Map<string, string> {
  const renamed = new Map<string, string>()
  const taken = new Set<string>()
  const indexes = new Map<string, Map<string, string[]>>()
  for (const [path, claims] of missing) {
    const claimed = new Map(claims.map(({ algorithm, digest }) => [algorithm, digest]))
    const contradicts = claims.some(({ algorithm, digest }) => claimed.get(algorithm) !== digest)
    if (claimed.size === 0 || contradicts) continue
    const algorithms = [...claimed.keys()].sort()
    const kind = algorithms.join()
    const index = indexes.get(kind) ?? byDigests(added, algorithms, digests)
    indexes.set(kind, index)
    const candidates = index.get(digestKey(algorithms, claimed) ?? '') ?? []
    let to = candidates.pop()
    while (to !== undefined && taken.has(to)) to = candidates.pop()
    if (to === undefined) continue
    renamed.set(path, to)
    taken.add(to)
  }
  return renamed
}

/** The added files by their digests of these algorithms, the first of each list last. */
function byDigests(
  added: ReadonlySet<string>,
  algorithms: readonly DigestAlgorithm[],
  digests: Digests,
): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const path of [...added].reverse()) {
    const key = digestKey(algorithms, digests.get(path))
    if (key === undefined) continue
    const list = index.get(key)
    if (list === undefined) index.set(key, [path])
    else list.push(path)
  }
  return index
}

function digestKey(
  algorithms: readonly DigestAlgorithm[],
  digests: ReadonlyMap<DigestAlgorithm, string> | undefined,
): string | undefined {
  const values = algorithms.map((algorithm) => digests?.get(algorithm))
  return values.includes(undefined) ? undefined : values.join()
}

/** With every file right, the lists may still not name all of them, or not count them right. */
function incompleteLists(
  { manifest, bag, index }: ExpectedFiles,
  sizes: ReadonlyMap<string, number>,
): Finding[] {
  const paths = [...sizes.keys()]
  const payload = paths.filter((path) => path.startsWith('data/'))
  const tags = paths.filter((path) => !path.startsWith('data/') && !path.startsWith('META-INF/'))
  const unlisted = (lists: readonly FileList[], wanted: readonly string[]): Finding[] =>
    lists.flatMap(({ path: list, lines }) =>
      wanted
        .filter((path) => path !== list && !lines.has(path))
        .map((path) => finding('bag.not-listed', path, { list })),
    )
  const findings = bag?.complete === true ? unlisted(bag.manifests, payload) : []
  // A bag need not list its tag files; a bundle of ours lists them all but the tag manifest itself.
  if (index !== undefined && manifest !== undefined) findings.push(...unlisted(bag?.tagManifests ?? [], tags))
  const octets = payload.reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0)
  const actual = `${octets}.${payload.length}`
  if (bag?.payloadOxum !== undefined && bag.payloadOxum !== actual)
    findings.push(finding('bag.payload-count', 'bag-info.txt', { expected: bag.payloadOxum, actual }))
  if (index === undefined) return findings
  const misjudged = payload.filter((path) => {
    const entry = index.files.get(path)
    return entry === undefined || (entry.bytes !== undefined && entry.bytes !== sizes.get(path))
  })
  return [...findings, ...misjudged.map((path) => disagreement(indexPath, path))]
}
