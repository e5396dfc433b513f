import { blankDraft, type CaseDraft } from '../../../src/shared/domain/case-draft.ts'
import { openSession } from '../../../src/renderer/register/open-session.ts'

/** Makes a vault of this origin and so many cases in it. */
export type FillRegister = (passphrase: string, count: number) => Promise<void>

const fill: FillRegister = async (passphrase, count) => {
  const session = openSession()
  await new Promise<void>((resolve) => {
    const look = () => {
      if (session.state().kind === 'memory') resolve()
    }
    session.subscribe(look)
    look()
  })
  await session.createVault(passphrase)
  const { cases } = session.register()
  for (let i = 0; i < count; i++) await cases.create(caseNumber(i))
  await session.settled()
}

function caseNumber(i: number): CaseDraft {
  const blank = blankDraft(`BENCH-${i}`, 'zh', () => crypto.randomUUID())
  return {
    ...blank,
    brand: `示例品牌${i % 40}`,
    notice: {
      manner: 'written',
      office: `示例市第${i % 12}区人民检察院`,
      documentNumber: `示检知权告〔2026〕${i}号`,
      receivedOn: `2026-0${1 + (i % 9)}-1${i % 10}`,
      replyDueOn: `2026-1${i % 3}-2${i % 9}`,
    },
    suspects: [{ name: `嫌疑人${i}`, status: 'in-case', alias: `网店${i}` }],
    crimes: [i % 2 === 0 ? '214' : '213'],
    rightHolders: [
      { id: 'holder', kind: 'domestic-company', nameZh: `示例权利人${i % 25}有限公司`, phone: '000' },
    ],
    rights: [{ kind: 'trademark', name: `示例${i % 40}`, registrationNumber: `000${i}`, holder: 'holder' }],
  }
}

Object.assign(globalThis, { fill })
