import { instantOf } from '../../shared/domain/instant.ts'
import type { AssemblyPlan } from './assembly.ts'
import { hexText, pdfDate } from './pdf-text.ts'

type Information = AssemblyPlan['information']

/** The document information dictionary (ISO 32000-1, 14.3.3). */
export function informationDictionary(information: Information): string {
  const date = pdfDate(information.createdAt)
  return (
    `<</Title ${hexText(information.title)}/Author ${hexText(information.author)}` +
    `/Subject ${hexText(information.subject)}/Creator ${hexText(information.creator)}` +
    `/Producer ${hexText(information.creator)}/CreationDate ${date}/ModDate ${date}>>`
  )
}

/** The same in XMP (ISO 16684-1), UTF-8, read-only packet. */
export function xmpPacket(information: Information): Uint8Array<ArrayBuffer> {
  const title = escapeXml(information.title)
  const author = escapeXml(information.author)
  const subject = escapeXml(information.subject)
  const creator = escapeXml(information.creator)
  const date = instantOf(information.createdAt)
  const id = information.id.toLowerCase()
  return new TextEncoder().encode(
    `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>${information.language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>${creator}</pdf:Producer>
<xmp:CreatorTool>${creator}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:MetadataDate>${date}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:${id}</xmpMM:DocumentID>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`,
  )
}

/** Escapes text for XML 1.0 and drops what XML has no place for. */
export function escapeXml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
  }
  return (
    text
      // Half of a surrogate pair has no UTF-8 form.
      .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replace(/[&<>"']/g, (character) => entities[character] ?? character)
  )
}
