/** Bytes of one file of what was handed over: the grant, which file under it, and from where to where. */
export interface HandedPart {
  readonly grant: string
  /** Place in the list of the grant's files, from 0. */
  readonly file: number
  readonly offset: number
  readonly length: number
}

const pathname = /^\/handed\/([0-9a-f]{32})\/(0|[1-9]\d{0,8})$/
const query = /^\?from=(0|[1-9]\d{0,15})&bytes=([1-9]\d{0,7})$/

/** Path and query of a part, below the address of the window. */
export function handedAddress({ grant, file, offset, length }: HandedPart): string {
  return `/handed/${grant}/${file}?from=${offset}&bytes=${length}`
}

/** The part an address names; undefined when it names none. */
export function handedPart(address: {
  readonly pathname: string
  readonly search: string
}): HandedPart | undefined {
  const [, grant, file] = pathname.exec(address.pathname) ?? []
  const [, offset, length] = query.exec(address.search) ?? []
  if (grant === undefined || length === undefined) return undefined
  return { grant, file: Number(file), offset: Number(offset), length: Number(length) }
}
