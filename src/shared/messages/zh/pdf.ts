import type { pdfFindings } from '../../contract/findings/pdf.ts'

export const pdfWords = {
  'pdf.signature-dropped':
    '“{subject}”原有 {count} 处电子签名，并入合并卷后只保留外观、不再能验证。请以随附的原件验证签名。',
  'pdf.signature-holds': '“{subject}”原件的电子签名经核验：签名后没有改动（签名人：{signer}）。',
  'pdf.signature-broken':
    '“{subject}”原件的电子签名经核验：签名后内容已有改动（签名人：{signer}）。请核实原件来源后再提交。',
  'pdf.signature-unconfirmed':
    '“{subject}”原件的电子签名无法确认是否完整（签名人：{signer}）。请用签署时的软件核验原件。',
  'pdf.javascript-removed':
    '“{subject}”含有 {count} 段脚本，合并卷中已去除，页面内容未动。需要时请查看随附的原件。',
  'pdf.action-removed':
    '“{subject}”有 {count} 个会运行、提交或打开外部文件的动作（{kinds}），合并卷中已去除，页面内容未动。需要时请查看随附的原件。',
  'pdf.attachments-not-shown':
    '“{subject}”内嵌 {count} 个文件，合并卷中不显示。如属证据，请将它们另存后单独列为一项。',
  'pdf.xfa-dropped':
    '“{subject}”是 XFA 动态表单，合并卷中只有其静态页面。请核对该页，若内容不全，请打印成普通 PDF 后替换。',
  'pdf.fields-without-looks':
    '“{subject}”有 {count} 个表单域没有自带外观、要由阅读软件现画，合并卷中可能看不到其内容。请将该文件打印成普通 PDF，与原件一并提交。',
  'pdf.form-dropped':
    '“{subject}”的表单结构有误（循环或重复引用），合并卷中页面外观保留，但其表单域不再可填。请核对各页内容是否齐全，若不全，请打印成普通 PDF 后替换。',
  'pdf.repaired': '“{subject}”的文件结构有损坏，已修复后并入。请核对合并卷中的各页与原件一致。',
  'pdf.redrawn':
    '“{subject}”损坏较重，由 PDFium 重新生成后并入，图层显示可能与原件不同。请逐页核对，或换一份完好的文件。',
  'pdf.owner-password': '“{subject}”设有权限密码但可以打开，已并入；随附的原件未改动，无需处理。',
  'pdf.needs-password':
    '“{subject}”已加密，需要密码或证书才能打开，未并入合并卷，仅随附原件。请取得未加密的版本后替换。',
  'pdf.unreadable': '“{subject}”无法作为 PDF 打开，未并入合并卷，仅随附原件。请换一份完好的文件。',
  'pdf.no-pages': '“{subject}”里没有任何页面，未并入合并卷，仅随附原件。请确认文件是否正确。',
  'pdf.timed-out':
    '打开“{subject}”耗时过长，已停止，未并入合并卷，仅随附原件。请打印成普通 PDF 后替换，或拆分后重试。',
  'pdf.too-large': '“{subject}”太大，无法并入合并卷，仅随附原件。请拆成几个较小的文件分别列入。',
  'pdf.invalid-objects':
    '“{subject}”有 {count} 处内部数据损坏，已略去，页面可能缺少内容。请核对合并卷中的各页，必要时换一份完好的文件。',
  'image.unreadable':
    '图片“{subject}”已损坏或格式特殊，未并入合并卷，仅随附原件。请另存为普通 JPEG 或 PNG 后替换。',
  'file.not-shown': '“{subject}”的类型（{mediaType}）不能排进合并卷，仅随附原件。需要显示时请转成 PDF。',
  'file.empty': '“{subject}”是空文件，没有内容可并入。请确认复制完整后替换。',
} as const satisfies Record<keyof typeof pdfFindings, string>
