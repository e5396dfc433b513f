import { PDFHexString, PDFName, PDFString } from 'pdf-lib'
import { paintPages } from '../layout/paint-pages.ts'
import type { PageFlow } from '../layout/page-flow.ts'
import type { Bytes } from '../ports.ts'
import type { PaperContext } from './paper.ts'

/** Saves a paper as a PDF of its own, outside the bundle. The same paper gives the same bytes. */
export async function loosePdf(flow: PageFlow, context: PaperContext, title: string): Promise<Bytes> {
  const { plan, typefaces, words } = context
  const { document } = await paintPages(flow.pages, [], {
    typefaces,
    watermark: plan.draft ? words.say('draft.mark') : '',
    reserved: '',
  })
  const information = document.context.obj({
    Title: PDFHexString.fromText(`${title} ${plan.names.stem}`),
    CreationDate: PDFString.of(`D:${plan.createdAt.replace(/[-:TZ]/g, '')}Z`),
  })
  document.context.trailerInfo.Info = document.context.register(information)
  document.catalog.set(PDFName.of('Lang'), PDFString.of(words.language === 'zh' ? 'zh-CN' : 'en'))
  const saved = await document.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
  })
  return new Uint8Array(saved)
}
