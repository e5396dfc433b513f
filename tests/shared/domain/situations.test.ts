import { expect, test } from 'vitest'
import { workFindings } from '../../../src/shared/domain/case-judgement.ts'
import { contradictionsOf } from '../../../src/shared/domain/case-contradictions.ts'
import { checklistOf } from '../../../src/shared/domain/checklist.ts'
import { deadlinesOf } from '../../../src/shared/domain/deadlines.ts'
import { aCase, anItem, intakeOf, law } from '../../builders/cases.ts'

/** A situation: what a case holds, and what follows from it, each entry with need and source. */
interface Situation {
  readonly what: string
  readonly on?: string
  readonly holds: Record<string, unknown>
  /** Code of the entry → need, source text and article. */
  readonly entries: Record<string, string>
  readonly without?: readonly string[]
  readonly findings?: readonly string[]
  /** Code of the day → day or bounds, and article. */
  readonly deadlines?: Record<string, string>
  readonly withoutDeadlines?: readonly string[]
}

const cpl = '刑事诉讼法'
const rules = '人民检察院刑事诉讼规则'
const interpretation = '最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释'
const practice = '实务做法 无条文'
const reported = '实务做法 据公开报道和律师文章，无条文'
const duties =
  '最高人民检察院侵犯知识产权刑事案件权利人诉讼权利义务告知试点方案 据新华社2019年12月11日报道，原文未见'

const holder = (kind: string, changes: Record<string, unknown> = {}) => ({
  rightHolders: [{ id: 'holder', kind, nameZh: '示例有限公司', phone: '000', ...changes }],
})
const agent = (kind: string, changes: Record<string, unknown> = {}) => ({
  agents: [{ name: '王示范', kind, licenceNumber: '1', actsFor: ['holder'], ...changes }],
})
const right = (kind: string, changes: Record<string, unknown> = {}) => ({
  rights: [{ kind, name: '示例', registrationNumber: '1', holder: 'holder', ...changes }],
})
const notice = (manner: string) => ({
  notice: { manner, office: '示例市人民检察院', receivedOn: '2026-11-20' },
})
const items = (...list: Record<string, unknown>[]) => ({
  groups: [
    {
      name: '材料',
      set: 'evidence',
      items: list.map((one, index) => anItem({ file: `${index}.pdf`, ...one })),
    },
  ],
})
const link = {
  grantor: '示例有限公司',
  grantee: '王示范',
  granteeKind: 'lawyer',
  signatory: '陈示例',
  signatoryAuthority: 'legal-representative',
  scopes: ['prosecution-stage'],
  validFrom: '2026-01-01',
}

const situations: readonly Situation[] = [
  // How the case was learned of.
  {
    what: 'a written notice',
    deadlines: {
      'review.month': '2026-12-10… 第172条第1款',
      'review.extended': '2026-12-25… 第172条第1款',
      'review.fast-track': '2026-11-20… 第172条第1款、第223条',
    },
    withoutDeadlines: ['notice.reply', 'notice.agent'],
    holds: notice('written'),
    entries: { 'notice-receipt': `required ${rules} 第55条第2款` },
    without: ['notice-memo'],
  },
  {
    what: 'a written notice while the police still have the case',
    holds: { ...notice('written'), stage: 'investigation' },
    entries: { 'report-letter': `if ${cpl} 第110条` },
    without: ['notice-receipt', 'holder-opinion@holder', 'plea-opinion@holder'],
  },
  {
    what: 'a notice by telephone',
    holds: notice('telephone'),
    entries: { 'notice-memo': `recommended ${practice}` },
    without: ['notice-receipt'],
  },
  { what: 'a public notice', holds: notice('public'), entries: { 'notice-memo': `recommended ${practice}` } },
  {
    what: 'news only',
    holds: notice('news'),
    entries: { 'notice-memo': `recommended ${practice}` },
    without: ['notice-receipt'],
  },
  {
    what: 'no notice at all',
    holds: { notice: { manner: 'none', office: '示例市人民检察院' } },
    entries: { 'contact-confirmation': `recommended ${practice}` },
    without: ['notice-receipt', 'notice-memo'],
  },
  {
    what: 'a request of the police',
    withoutDeadlines: ['review.month', 'notice.rights'],
    holds: { stage: 'investigation', police: { agency: '示例市公安局', receivedOn: '2026-10-01' } },
    entries: { 'given-to-police': `recommended ${practice}`, leads: `if ${cpl} 第110条、第111条第3款` },
  },
  {
    what: 'a notice that names its day, acceptance known',
    holds: {
      notice: {
        manner: 'written',
        office: '示例市人民检察院',
        acceptedOn: '2026-11-12',
        receivedOn: '2026-11-20',
        replyDueOn: '2026-12-06',
      },
    },
    entries: { 'notice-receipt': `required ${rules} 第55条第2款` },
    deadlines: {
      'notice.reply': '2026-12-06 第262条',
      'notice.agent': '2026-11-15 第46条',
      'notice.rights': '2026-11-22 据新华社2019年12月11日报道',
      'review.month': '2026-12-12 第172条第1款',
      'review.extended': '2026-12-27 第172条第1款',
    },
  },
  // Holders.
  {
    what: 'a domestic company',
    holds: holder('domestic-company'),
    entries: {
      'business-licence@holder': `required ${duties}`,
      'legal-representative-statement@holder': `required ${practice}`,
      'representative-identity@holder': `recommended ${practice}`,
    },
    without: ['incorporation-certificate@holder', 'translation-statement', 'individual-identity@holder'],
  },
  {
    what: 'a foreign company',
    holds: holder('foreign-company'),
    entries: {
      'incorporation-certificate@holder': `required ${interpretation} 第77条第2款`,
      'authorised-signatory-statement@holder': `required ${reported}`,
      'translation-statement': `required ${interpretation} 第78条、第484条第1款`,
    },
    without: ['business-licence@holder', 'legal-representative-statement@holder'],
  },
  {
    what: 'an individual',
    holds: holder('individual'),
    entries: { 'individual-identity@holder': `required ${duties}` },
    without: ['business-licence@holder', 'representative-identity@holder'],
  },
  {
    what: 'a foreigner in person with an agent',
    holds: { ...holder('individual', { country: '日本' }), ...agent('lawyer') },
    entries: {
      'individual-identity@holder': `required ${duties}`,
      'authority-authentication@agent-0': `required ${interpretation} 第486条`,
      'translation-statement': `required ${interpretation} 第78条、第484条第1款`,
    },
    without: ['authorised-signatory-statement@holder', 'incorporation-certificate@holder'],
  },
  {
    what: 'an individual of Hong Kong, kept as such',
    holds: { ...holder('individual', { country: '中国香港' }), ...agent('lawyer') },
    entries: { 'individual-identity@holder': `required ${duties}` },
    without: ['authority-authentication@agent-0', 'translation-statement'],
  },
  {
    what: 'a foreign licensee with an agent',
    holds: { ...holder('licensee', { country: 'Germany' }), ...agent('staff') },
    entries: { 'authority-authentication@agent-0': `required ${interpretation} 第486条` },
    without: ['authority-authentication-hong-kong-macao-taiwan@agent-0'],
  },
  {
    what: 'a Hong Kong company with an agent',
    holds: { ...holder('hong-kong-macao-taiwan'), ...agent('lawyer') },
    entries: {
      'hong-kong-macao-taiwan-registration@holder':
        'required 最高人民法院关于民事诉讼证据的若干规定 第16条第3款',
      'authority-authentication-hong-kong-macao-taiwan@agent-0':
        'required 最高人民法院关于民事诉讼证据的若干规定 第16条第3款',
    },
    without: ['authority-authentication@agent-0', 'incorporation-certificate@holder'],
  },
  {
    what: 'a licensee of a mark',
    on: '2026-03-01',
    holds: holder('licensee'),
    // Judged on a day before its notice.
    findings: ['case.date-ahead'],
    entries: {
      'licensee-registration@holder': `required ${duties}`,
      'licence-trademark@holder': 'required 商标法（2019年修正） 第43条',
      'identification@holder': `required ${reported}`,
    },
    without: ['licence-secret@holder', 'licence-patent@holder'],
  },
  {
    what: 'a licensee of a secret',
    holds: { ...holder('licensee'), ...right('trade-secret'), crimes: ['219'] },
    entries: { 'licence-secret@holder': 'required 刑法（刑法修正案（十一）） 第219条第3款' },
    without: ['licence-trademark@holder'],
  },
  {
    what: 'another organisation',
    holds: holder('other-organisation'),
    entries: { 'organisation-registration@holder': `required ${duties}` },
    without: ['business-licence@holder'],
  },
  {
    what: 'a foreign owner and its domestic licensee',
    holds: {
      rightHolders: [
        { id: 'owner', kind: 'foreign-company', nameZh: '甲', phone: '000' },
        { id: 'user', kind: 'licensee', nameZh: '乙' },
      ],
      ...right('trademark', { holder: 'owner' }),
    },
    entries: {
      'incorporation-certificate@owner': `required ${interpretation} 第77条第2款`,
      'identification@owner': `required ${reported}`,
      'licence-trademark@user': 'required 商标法（2019年修正） 第43条',
    },
    without: ['licence-trademark@owner', 'incorporation-certificate@user', 'identification@user'],
  },
  // Agents.
  {
    what: 'a lawyer',
    holds: agent('lawyer'),
    entries: {
      'power-of-attorney@agent-0': `required ${cpl}；${rules}；${interpretation} 第46条、第47条；第45条第2款；第66条`,
      'law-firm-letter@agent-0': `required ${reported}`,
      'lawyer-licence@agent-0': `required ${reported}`,
      // Article 45(2) checks identity and power of attorney of every agent; licence and letter it asks of defenders.
      'agent-identity@agent-0': `required ${rules} 第45条第2款`,
      'file-access-application@agent-0': `if ${rules} 第56条第1款`,
      'evidence-collection-application@agent-0': `if ${rules} 第56条第2款`,
    },
    without: ['recommendation@agent-0'],
  },
  {
    what: 'a lawyer without a licence number',
    holds: agent('lawyer', { licenceNumber: '' }),
    entries: {},
    findings: ['agent.licence-missing'],
  },
  {
    what: 'staff',
    holds: agent('staff'),
    entries: {
      'recommendation@agent-0': `required ${cpl} 第33条第1款第2项、第47条`,
      'agent-identity@agent-0': `required ${rules} 第45条第2款`,
      'employment-proof@agent-0': `recommended ${practice}`,
      'no-bar-statement@agent-0': `recommended ${cpl} 第33条第2款、第3款、第47条`,
    },
    without: ['law-firm-letter@agent-0', 'evidence-collection-application@agent-0'],
  },
  {
    what: 'a friend of an individual',
    holds: { ...holder('individual'), ...agent('relative-or-friend') },
    entries: { 'relationship-proof@agent-0': `required ${cpl} 第33条第1款第3项、第47条` },
  },
  {
    what: 'a friend of a company',
    holds: agent('relative-or-friend'),
    entries: {},
    findings: ['agent.relative-of-company'],
  },
  {
    what: 'an investigation firm as agent',
    holds: agent('agency'),
    entries: {
      'power-of-attorney@agent-0': `required ${cpl}；${rules}；${interpretation} 第46条、第47条；第45条第2款；第66条`,
    },
    without: ['law-firm-letter@agent-0', 'agent-identity@agent-0'],
    findings: ['case.agent-agency'],
  },
  {
    what: 'somebody else as agent',
    holds: agent('other'),
    entries: { 'agent-identity@agent-0': `required ${rules} 第45条第2款` },
    findings: ['agent.not-eligible'],
  },
  {
    what: 'three agents of one holder',
    holds: {
      agents: ['甲', '乙', '丙'].map((name) => ({
        name,
        kind: 'lawyer',
        licenceNumber: '1',
        actsFor: ['holder'],
      })),
    },
    entries: { 'law-firm-letter@agent-2': `required ${reported}` },
    findings: ['case.too-many-agents'],
  },
  {
    what: 'an agent with a suspect’s name',
    holds: { ...agent('staff'), suspects: [{ name: '王示范' }] },
    entries: {},
    findings: ['agent.is-suspect'],
  },
  {
    what: 'a foreign company with a lawyer, authority signed in Canada and not authenticated',
    holds: {
      ...holder('foreign-company'),
      ...agent('lawyer'),
      authority: [{ ...link, signedIn: 'CA' }],
    },
    entries: { 'authority-authentication@agent-0': `required ${interpretation} 第486条` },
    findings: ['authority.not-notarised', 'authority.needs-apostille', 'authority.not-translated'],
  },
  {
    what: 'an authority that ended last month',
    deadlines: { 'authority.ends@link-0': '2026-10-31 第47条；期限以授权委托书所载为准' },
    holds: { ...agent('lawyer'), authority: [{ ...link, validTo: '2026-10-31' }] },
    entries: {},
    findings: ['authority.expired'],
  },
  {
    what: 'a chain through a subsidiary that may not pass the power on',
    holds: {
      ...agent('lawyer'),
      authority: [
        { ...link, grantee: '示例子公司', granteeKind: 'company' },
        { ...link, grantor: '示例子公司' },
      ],
    },
    entries: { 'sub-delegation': `required ${reported}` },
    findings: ['authority.no-sub-delegation'],
  },
  // Rights and crimes.
  {
    what: 'selling counterfeit goods (214)',
    holds: { crimes: ['214'] },
    entries: {
      'trademark-certificate@right-0': 'required 商标法（2019年修正） 第39条、第56条',
      'non-authorisation@holder': 'required 刑法（刑法修正案（十一）） 第213条、第215条、第217条',
      'identification@holder': `required ${reported}`,
      'appraiser-authorisation@holder': `required ${practice}`,
      'price-statement@holder': 'required 法释〔2025〕5号 第28条第1款',
      'loss-statement@holder': 'recommended 法释〔2025〕5号 第10条第2项、第17条至第19条、第25条第1款',
      'trademark-changes@right-0': 'if 商标法（2019年修正） 第41条、第42条',
      'trademark-international@right-0': 'if 商标法实施条例 第64条',
    },
    without: ['trademark-renewal@right-0', 'secret-points@right-0'],
  },
  {
    what: 'making labels (215)',
    holds: { crimes: ['215'] },
    entries: { 'price-statement@holder': 'recommended 法释〔2025〕5号 第28条第1款' },
  },
  {
    what: 'a mark of 2015',
    holds: right('trademark', { validFrom: '2015-06-01' }),
    entries: { 'trademark-renewal@right-0': 'required 商标法（2019年修正） 第39条、第40条' },
  },
  {
    what: 'the same mark under the revised law',
    withoutDeadlines: ['judgment.protest-request'],
    on: '2027-02-01',
    holds: right('trademark', { validFrom: '2015-06-01' }),
    entries: {
      'trademark-renewal@right-0': 'required 商标法（2026年修订） 据国家知识产权局网页，条文号待核',
      'trademark-certificate@right-0': 'required 商标法（2026年修订） 据国家知识产权局网页，条文号待核',
    },
  },
  {
    what: 'passing off a patent (216)',
    holds: { ...right('patent'), crimes: ['216'] },
    entries: {
      'patent-certificate@right-0': 'required 法释〔2025〕5号 第9条',
      'patent-register@right-0': 'required 专利法实施细则（2023年修订） 第145条',
      'patent-fee-receipt@right-0': 'required 专利法（2020年修正） 第43条、第44条',
      'patent-evaluation@right-0': 'recommended 专利法（2020年修正） 第66条第2款',
      'non-authorisation-patent@holder': 'required 法释〔2025〕5号 第9条',
      'patent-comparison@holder': 'required 法释〔2025〕5号 第9条',
      // Illegal turnover is one of its tests, and its value follows the same ladder (No. 5 arts. 10 and 28(1)).
      'price-statement@holder': 'recommended 法释〔2025〕5号 第28条第1款',
      'loss-statement@holder': 'required 法释〔2025〕5号 第10条第2项、第17条至第19条、第25条第1款',
    },
    without: ['identification@holder', 'trademark-certificate@right-0'],
  },
  {
    what: 'copyright infringement (217)',
    holds: { ...right('copyright'), crimes: ['217'] },
    entries: {
      'copyright-originals@right-0': 'required 著作权法（2020年修正） 第12条',
      'copyright-registration@right-0': 'recommended 著作权法（2020年修正） 第12条',
      'copyright-chain@right-0': 'if 著作权法（2020年修正） 第26条、第27条',
      'copyright-works-list': 'if 法释〔2025〕5号 第11条第3款',
      'identification@holder': `required ${reported}`,
    },
    without: ['trademark-certificate@right-0'],
  },
  {
    what: 'selling infringing copies (218)',
    holds: { ...right('copyright'), crimes: ['218'] },
    entries: {
      'non-authorisation@holder': 'required 刑法（刑法修正案（十一）） 第213条、第215条、第217条',
      'price-statement@holder': 'recommended 法释〔2025〕5号 第28条第1款',
    },
  },
  {
    what: 'a trade secret (219)',
    holds: { ...right('trade-secret'), crimes: ['219'] },
    entries: {
      'secret-points@right-0': 'required 反不正当竞争法（2025年修订） 第10条第4款',
      'secret-ownership@right-0': 'required 反不正当竞争法（2025年修订） 第10条第4款',
      'secrecy-measures@right-0': 'required 反不正当竞争法（2025年修订） 第10条第4款',
      'secret-appraisal@right-0': `recommended ${practice}`,
      'secret-value@right-0': 'recommended 法释〔2025〕5号 第18条',
      'secret-remediation@right-0': 'if 法释〔2025〕5号 第18条',
      'confidentiality-advised': 'recommended 法释〔2025〕5号 第21条第1款',
      'loss-statement@holder': 'required 法释〔2025〕5号 第10条第2项、第17条至第19条、第25条第1款',
    },
    without: ['identification@holder', 'price-statement@holder', 'confidentiality-application'],
  },
  {
    what: 'the same in 2025-03, under the law before',
    on: '2025-03-15',
    holds: { ...right('trade-secret'), crimes: ['219'] },
    // Judged on a day before its notice.
    findings: ['case.date-ahead'],
    entries: {
      'secret-points@right-0': 'required 反不正当竞争法（2019年修正） 第9条',
      'secret-value@right-0': 'recommended 法释〔2020〕10号（已废止） 条文未核对',
    },
  },
  {
    what: 'a secret for somebody abroad (219-1)',
    holds: { ...right('trade-secret'), crimes: ['219-1'] },
    entries: {
      'non-authorisation-secret@holder': 'recommended 刑法（刑法修正案（十一）） 第219条第1款、第2款',
      'loss-statement@holder': 'recommended 法释〔2025〕5号 第10条第2项、第17条至第19条、第25条第1款',
    },
  },
  {
    what: 'a mark and a copyright, two crimes',
    holds: {
      rights: [
        { kind: 'trademark', name: '甲', registrationNumber: '1' },
        { kind: 'copyright', name: '乙' },
      ],
      crimes: ['213', '217'],
    },
    entries: {
      'trademark-certificate@right-0': 'required 商标法（2019年修正） 第39条、第56条',
      'copyright-originals@right-1': 'required 著作权法（2020年修正） 第12条',
    },
    without: ['trademark-certificate@right-1', 'copyright-originals@right-0'],
  },
  {
    what: 'prices before 2025-04-26',
    on: '2025-04-25',
    holds: {},
    // Judged on a day before its notice.
    findings: ['case.date-ahead'],
    entries: { 'price-statement@holder': 'required 法释〔2004〕19号（已废止） 条文未核对' },
    without: ['copyright-works-list'],
  },
  // Claims.
  {
    what: 'compensation in 2026-03',
    on: '2026-03-01',
    holds: { claims: ['compensation'] },
    // Judged on a day before its notice.
    findings: ['case.date-ahead'],
    entries: {
      'loss-statement@holder': 'required 法释〔2025〕5号 第10条第2项、第17条至第19条、第25条第1款',
      'loss-annexes@holder': 'recommended 最高人民法院关于知识产权民事诉讼证据的若干规定 第31条',
      expenses:
        'recommended 商标法（2019年修正）；专利法（2020年修正）；著作权法（2020年修正）；反不正当竞争法（2025年修订） 第63条；第71条；第54条；第22条',
      'punitive-basis': 'if 法释〔2021〕4号 第2条',
      'incidental-complaint@holder': `if ${cpl}；${interpretation} 第101条；第175条、第176条、第182条、第184条`,
      'trademark-use@right-0': 'if 商标法（2019年修正） 第64条第1款',
    },
  },
  {
    what: 'compensation in 2027-02',
    on: '2027-02-01',
    holds: { claims: ['compensation'] },
    entries: {
      'punitive-basis': 'if 法释〔2026〕7号 第2条、第14条',
      'trademark-use@right-0': 'if 商标法（2026年修订） 据国家知识产权局网页，条文号待核',
    },
  },
  {
    what: 'compensation while the police have the case',
    holds: { claims: ['compensation'], stage: 'investigation' },
    entries: {
      expenses:
        'recommended 商标法（2019年修正）；专利法（2020年修正）；著作权法（2020年修正）；反不正当竞争法（2025年修订） 第63条；第71条；第54条；第22条',
    },
    without: ['incidental-complaint@holder'],
  },
  {
    what: 'compensation without power to sue',
    withoutDeadlines: ['review.fast-track', 'review.fast-track-long'],
    holds: { claims: ['compensation'], ...agent('lawyer'), authority: [link] },
    entries: {},
    findings: ['authority.lacks-incidental-action'],
  },
  {
    what: 'forgiveness',
    holds: { claims: ['forgiveness'] },
    entries: {
      'forgiveness-letter@holder': 'required 法释〔2025〕5号 第24条第1款第2项',
      'settlement-agreement': `recommended ${interpretation} 第185条`,
    },
  },
  {
    what: 'confidentiality',
    holds: { claims: ['confidentiality'], ...items({ secrecy: 'business' }) },
    entries: { 'confidentiality-application': 'required 法释〔2025〕5号 第21条第1款' },
    without: ['confidentiality-advised'],
  },
  {
    what: 'secret papers, and confidentiality not asked for',
    holds: items({ secrecy: 'business' }),
    entries: { 'confidentiality-advised': 'recommended 法释〔2025〕5号 第21条第1款' },
  },
  {
    what: 'keeping samples',
    holds: { claims: ['keeping-samples'] },
    entries: { 'keeping-samples-application': 'required 法释〔2025〕5号 第27条第2款' },
  },
  {
    what: 'asset preservation, the court having accepted the case',
    holds: {
      claims: ['asset-preservation'],
      stage: 'trial',
      milestones: [
        { kind: 'asset-preservation', on: '2026-11-01' },
        { kind: 'court-accepted', on: '2026-11-02' },
      ],
    },
    deadlines: {
      'preservation.complaint': '2026-11-17 第189条第2款',
      'trial.judgment': '2027-01-02 第208条第1款、第220条、第225条',
    },
    entries: {
      'asset-preservation-application': `required ${cpl}；${interpretation} 第102条；第189条`,
      'property-clues': `recommended ${practice}`,
    },
  },
  // Steps, items, samples.
  {
    what: 'the review',
    holds: {},
    entries: {
      'holder-opinion@holder': `recommended ${cpl}；${rules} 第173条第1款；第261条第2款、第262条`,
      'plea-opinion@holder': `if ${cpl}；${rules} 第173条第2款；第269条`,
      'expert-opinion-request': `if ${cpl}；${rules} 第148条、第197条第1款；第221条`,
    },
    without: ['supplement-note', 'non-prosecution-appeal', 'protest-request', 'report-letter'],
  },
  {
    what: 'a decision not to prosecute',
    deadlines: { 'not-prosecuted.appeal': '2026-12-02 第180条' },
    holds: { milestones: [{ kind: 'not-prosecuted', on: '2026-11-25' }] },
    entries: { 'non-prosecution-appeal': `if ${cpl}；${rules} 第180条；第381条、第382条` },
  },
  {
    what: 'a judgment',
    deadlines: { 'judgment.protest-request': '2026-11-30 第229条' },
    holds: { stage: 'decided', milestones: [{ kind: 'judgment-received', on: '2026-11-25' }] },
    entries: { 'protest-request': `if ${cpl}；${rules} 第229条；第588条` },
    without: ['holder-opinion@holder'],
  },
  {
    what: 'the second submission',
    holds: { round: 2 },
    entries: { 'supplement-note': `required ${practice}` },
  },
  {
    what: 'electronic data and copies',
    holds: items({ form: 'electronic', collected: { by: '郑示例', at: '2026-11-01' } }, { form: 'copy' }),
    entries: {
      'electronic-data-note': `recommended ${interpretation} 第110条、第111条`,
      transcript: `if ${interpretation} 第115条`,
      'copy-note': `recommended ${interpretation}；${rules} 第82条第1项；第209条第3款`,
    },
  },
  {
    what: 'a sample identified before it was seized',
    holds: {
      samples: [
        {
          name: '检材',
          seizedOn: '2026-09-10',
          identifiedOn: '2026-09-01',
          photos: true,
          returnedOn: '2026-09-20',
        },
      ],
    },
    entries: { 'sample-hand-over': `recommended ${practice}` },
    findings: ['sample.identified-before-seized'],
  },
  {
    what: 'more examined than seized, not returned, no photographs',
    holds: {
      samples: [{ name: '检材', quantitySeized: 2, quantityExamined: 3, identifiedOn: '2026-09-01' }],
    },
    entries: {},
    findings: ['sample.too-many-examined', 'sample.photos-missing', 'sample.not-returned'],
  },
  {
    what: 'the holder’s paper called an expert opinion',
    holds: items({ name: '鉴定意见书', source: '示例公司', form: 'original' }),
    entries: {},
    findings: ['wording.wrong'],
  },
  {
    what: 'the holder’s paper listed as an expert opinion',
    holds: items({ name: '权利人鉴别意见书', kind: 'expert-opinion', form: 'original' }),
    entries: {},
    findings: ['wording.kind'],
  },
  {
    what: 'an official expert opinion',
    holds: items({
      name: '司法鉴定意见书',
      kind: 'expert-opinion',
      source: '示例司法鉴定中心',
      form: 'original',
    }),
    entries: {},
  },
  {
    what: 'a required paper set aside without a reason',
    holds: {
      checklist: [
        { code: 'identification@holder', status: 'not-applicable' },
        { code: 'comparison-photos', status: 'not-applicable' },
        { code: 'appraiser-authorisation@holder', status: 'not-applicable', reason: '另案已提交' },
      ],
    },
    entries: { 'identification@holder': `required ${reported}` },
    findings: ['checklist.no-reason'],
  },
]

test('there are at least forty situations, each of its own', () => {
  expect(new Set(situations.map(({ what }) => what)).size).toBe(situations.length)
  expect(situations.length).toBeGreaterThanOrEqual(40)
})

test.each(situations)(
  '$what',
  ({
    on = '2026-11-29',
    holds,
    entries,
    without = [],
    findings = [],
    deadlines = {},
    withoutDeadlines = [],
  }) => {
    const record = aCase(holds)
    const rows = checklistOf(record, law, on)
    const said = Object.fromEntries(
      rows
        .filter(({ code }) => Object.hasOwn(entries, code))
        .map(({ code, need, source }) => [code, `${need} ${source?.text ?? ''} ${source?.article ?? ''}`]),
    )
    expect(said).toEqual(entries)
    expect(rows.map(({ code }) => code).filter((code) => without.includes(code))).toEqual([])
    const found = [
      ...workFindings(record, law, on),
      ...contradictionsOf({ case: record, intake: intakeOf(record), law }),
    ]
    expect(found.map(({ code }) => code).sort()).toEqual([...findings].sort())
    const days = deadlinesOf(record, law)
    const counted = Object.fromEntries(
      days
        .filter(({ code }) => Object.hasOwn(deadlines, code))
        .map(({ code, date, bounds, source }) => {
          const day = date ?? `${bounds?.earliest ?? ''}…${bounds?.latest ?? ''}`
          return [code, `${day} ${source?.article ?? ''}`]
        }),
    )
    expect(counted).toEqual(deadlines)
    expect(days.map(({ code }) => code).filter((code) => withoutDeadlines.includes(code))).toEqual([])
  },
)
