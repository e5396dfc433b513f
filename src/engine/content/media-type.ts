import { fileTypeFromBuffer } from 'file-type/core'
import type { Bytes } from '../ports.ts'

/** How many leading bytes `mediaTypeOf` wants to see. */
export const sniffLength = 65_536

/** OLE compound files and plain text say nothing more by their content: here the ending of the name helps. */
const byEnding: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'application/x-cfb': {
    doc: 'application/msword',
    xls: 'application/vnd.ms-excel',
    ppt: 'application/vnd.ms-powerpoint',
    msg: 'application/vnd.ms-outlook',
  },
  'application/zip': {
    ofd: 'application/ofd',
    xlsx: openXml('spreadsheetml.sheet'),
    docx: openXml('wordprocessingml.document'),
    pptx: openXml('presentationml.presentation'),
  },
  'text/plain': {
    csv: 'text/csv',
    json: 'application/json',
    html: 'text/html',
    htm: 'text/html',
    eml: 'message/rfc822',
    xml: 'application/xml',
    md: 'text/markdown',
  },
}

function openXml(part: string): string {
  return `application/vnd.openxmlformats-officedocument.${part}`
}

/**
 * Media type by content, from the first `sniffLength` bytes; the name's ending only tells kinds apart that share
 * one form (Word and Excel in an OLE file, CSV in plain text). Unknown binary content is `application/octet-stream`.
 */
export async function mediaTypeOf(head: Bytes, name: string): Promise<string> {
  // ISO 32000-1 annex H: readers accept a header anywhere in the first 1,024 bytes.
  if (indexOf(head.subarray(0, 1024), '%PDF-') >= 0) return 'application/pdf'
  const found =
    (await fileTypeFromBuffer(head))?.mime ?? (isText(head) ? 'text/plain' : 'application/octet-stream')
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return byEnding[found]?.[ending] ?? found
}

function indexOf(bytes: Uint8Array, text: string): number {
  const wanted = [...text].map((character) => character.charCodeAt(0))
  for (let i = 0; i + wanted.length <= bytes.length; i++) {
    if (wanted.every((byte, j) => bytes[i + j] === byte)) return i
  }
  return -1
}

function isText(head: Bytes): boolean {
  if (head.length === 0) return true
  if (head.includes(0)) return false
  try {
    // A cut multi-byte character at the end is no fault of the text.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return isGb18030(head)
  }
}

function isGb18030(head: Bytes): boolean {
  try {
    return !/\ufffd/.test(new TextDecoder('gb18030').decode(head, { stream: true }))
  } catch {
    return false
  }
}
