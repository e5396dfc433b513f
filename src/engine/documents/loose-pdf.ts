import { PDFHexString, PDFName, PDFString } from 'pdf-lib'
import { paintPages } from '../layout/paint-pages.ts'
import type { PageFlow } from '../layout/page-flow.ts'
import type { Bytes } from '../ports.ts'
import type { PaperContext } from './paper.ts'

/** Saves a paper as a PDF of its own, outside the bundle. The same paper gives the same bytes. */
export async function loosePdf(flow: PageFlow, context: PaperContext, title: string): Promise<Bytes> {
  const { plan, words } = context
  return flowPdf(flow, {
    watermark: plan.draft ? words.say('draft.mark') : '',
    title: `${title} ${plan.names.stem}`,
    createdAt: plan.createdAt,
  })
}

/** Saves pages as a PDF; `createdAt` is a UTC instant to the second. The same pages give the same bytes. */
export async function flowPdf(
  flow: PageFlow,
  { watermark, title, createdAt }: { watermark: string; title: string; createdAt: string },
): Promise<Bytes> {
  const { typefaces, language } = flow.setting
  const { document } = await paintPages(flow.pages, [], { typefaces, watermark, reserved: '' })
  const information = document.context.obj({
    Title: PDFHexString.fromText(title),
    CreationDate: PDFString.of(`D:${createdAt.replace(/[-:TZ]/g, '')}Z`),
  })
  document.context.trailerInfo.Info = document.context.register(information)
  document.catalog.set(PDFName.of('Lang'), PDFString.of(language === 'zh' ? 'zh-CN' : 'en'))
  const saved = await document.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
  })
  return new Uint8Array(saved)
}
