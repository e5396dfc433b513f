import checklist from '../../../resources/law/checklist.json'
import countries from '../../../resources/law/countries.json'
import criminal from '../../../resources/law/criminal.json'
import deadlines from '../../../resources/law/deadlines.json'
import holidays from '../../../resources/law/holidays.json'
import wording from '../../../resources/law/wording.json'
import { boardFactsOf } from '../../../src/shared/domain/board-facts.ts'
import { blankDraft, type CaseDraft, recordOfDraft } from '../../../src/shared/domain/case-draft.ts'
import { checklistStatuses } from '../../../src/shared/domain/checklist-state.ts'
import { lawMark, readLawBook } from '../../../src/shared/law/law-book.ts'
import { openSession } from '../../../src/renderer/register/open-session.ts'

const checklistCodes = checklist.rules
  .slice(0, 12)
  .map(({ id, per }) => (per === 'holder' ? `${id}@holder` : per === 'right' ? `${id}@right-0` : id))

/** Makes a vault of this origin and so many cases in it. */
export type FillRegister = (passphrase: string, count: number) => Promise<void>

const fill: FillRegister = async (passphrase, count) => {
  const law = readLawBook({ criminal, deadlines, holidays, checklist, countries, wording })
  const session = openSession({
    board: {
      ruleset: lawMark(law),
      judge: (draft) =>
        boardFactsOf(
          recordOfDraft(draft, () => []),
          law,
          '2026-11-29',
        ),
    },
  })
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
    owner: `经办人${i % 7}`,
    labels: i % 5 === 0 ? ['等客户'] : [],
    // Twelve entries of the checklist each, in every status.
    checklist: checklistCodes.map((code, at) => ({
      code,
      status: checklistStatuses[(i + at) % checklistStatuses.length] ?? 'missing',
      requestedFrom: '法务部',
      reason: '示例',
    })),
    rights: [{ kind: 'trademark', name: `示例${i % 40}`, registrationNumber: `000${i}`, holder: 'holder' }],
  }
}

Object.assign(globalThis, { fill })
