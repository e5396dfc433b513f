/** Plain values and bytes as one message: length of the header, header in JSON, then every byte array in turn. */

/** Its source is also put into the page, so it uses nothing from outside. Throws what structured cloning throws. */
export function encode(value: unknown): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = []
  const plain = (one: unknown): unknown => {
    if (one === undefined) return { $: 'undefined' }
    if (one === null || ['string', 'number', 'boolean'].includes(typeof one)) return one
    if (one instanceof Uint8Array) return { $: 'bytes', length: parts.push(one) && one.byteLength }
    if (Array.isArray(one)) return { $: 'list', items: one.map(plain) }
    const prototype: unknown = typeof one === 'object' ? Object.getPrototypeOf(one) : undefined
    if (prototype === undefined || (prototype !== null && Object.getPrototypeOf(prototype) !== null)) {
      throw new Error('An object could not be cloned.')
    }
    return { $: 'record', entries: Object.entries(one).map(([key, each]) => [key, plain(each)]) }
  }
  const header = new TextEncoder().encode(JSON.stringify(plain(value)))
  const size = parts.reduce((sum, part) => sum + part.byteLength, 4 + header.byteLength)
  const message = new Uint8Array(size)
  new DataView(message.buffer).setUint32(0, header.byteLength)
  message.set(header, 4)
  let offset = 4 + header.byteLength
  for (const part of parts) {
    message.set(part, offset)
    offset += part.byteLength
  }
  return message
}

/** The value of a message of `encode`. Its source is also put into the page. */
export function decode(message: Uint8Array): unknown {
  type Coded = null | string | number | boolean | CodedObject
  interface CodedObject {
    readonly $: string
    readonly length: number
    readonly items: Coded[]
    readonly entries: [string, Coded][]
  }
  const view = new DataView(message.buffer, message.byteOffset)
  let offset = 4 + view.getUint32(0)
  const value = (one: Coded): unknown => {
    if (one === null || typeof one !== 'object') return one
    if (one.$ === 'undefined') return undefined
    if (one.$ === 'list') return one.items.map(value)
    if (one.$ === 'record') return Object.fromEntries(one.entries.map(([key, each]) => [key, value(each)]))
    offset += one.length
    return message.slice(offset - one.length, offset)
  }
  return value(JSON.parse(new TextDecoder().decode(message.subarray(4, offset))) as Coded)
}
