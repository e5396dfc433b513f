import type { CasePage } from './pages/case-page.ts'

/** What the tests type: names, numbers and dates nobody else uses, so that they can be searched for. */
export const ownCase = {
  brand: '鹤鸣山HEMINGSHAN',
  caseCode: 'HMS-2026-0719',
  office: '江城市滨湖区人民检察院',
  documentNumber: '滨检知产告〔2026〕7193号',
  caseNumber: '滨检刑诉受〔2026〕58206号',
  receivedOn: '2026-11-20',
  replyDueOn: '2026-12-05',
  suspect: '欧阳拾柒',
  holder: '鹤鸣山体育用品（江城）有限公司',
  holderNumber: '91420100MA4HMS0719',
  agent: '诸葛念真',
  agentPhone: '027-85550719',
  right: '鹤鸣山图形商标',
  rightNumber: '58207193',
} as const

/** Fills in a case as a person would, part by part. */
export async function typeOwnCase(page: CasePage): Promise<void> {
  await page.field('field.brand').fill(ownCase.brand)
  await page.field('field.caseCode').fill(ownCase.caseCode)
  // The part about the police asks for the same.
  const notice = page.part('part.notice')
  await page.field('field.notice.office', notice).pressSequentially(ownCase.office)
  await page.field('field.notice.documentNumber', notice).fill(ownCase.documentNumber)
  await page.field('field.notice.caseNumber', notice).fill(ownCase.caseNumber)
  await page.field('field.notice.receivedOn', notice).fill('2026.11.20')
  await page.field('field.notice.replyDueOn', notice).fill(ownCase.replyDueOn)
  for (const article of ['213', '214']) {
    await page
      .part('part.crimes')
      .getByRole('checkbox', { name: new RegExp(article) })
      .check()
  }
  const suspect = await page.add('suspects')
  await page.field('field.suspects.name', suspect).fill(ownCase.suspect)
  const holder = await page.add('rightHolders')
  await page.field('field.rightHolders.nameZh', holder).fill(ownCase.holder)
  await page.field('field.rightHolders.registrationNumber', holder).fill(ownCase.holderNumber)
  const agent = await page.add('agents')
  await page.field('field.agents.name', agent).fill(ownCase.agent)
  await page.field('field.agents.phone', agent).fill(ownCase.agentPhone)
  const right = await page.add('rights')
  await page.field('field.right.mark', right).fill(ownCase.right)
  await page.field('field.right.markNumber', right).fill(ownCase.rightNumber)
  await page.page.keyboard.press('Tab')
  await page.saved()
}
