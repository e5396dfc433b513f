import { caseFolderFormat } from './case-record.ts'

/**
 * The content of `case.json` for loose files: every file an evidence item named after itself, all else blank.
 * Plain data as it is written, with the empty keys shown so that a person sees what to fill in.
 */
export function blankCase(caseCode: string, language: 'zh' | 'en', files: readonly string[]) {
  return {
    format: caseFolderFormat,
    version: 1,
    caseCode,
    round: 1,
    documentLanguage: language,
    notice: {
      manner: 'written',
      office: '',
      documentNumber: '',
      caseNumber: '',
      issuedOn: '',
      receivedOn: '',
    },
    suspects: [{ name: '', status: 'unknown' }],
    crimes: [],
    rightHolders: [{ id: 'holder', kind: 'domestic-company', nameZh: '', registrationNumber: '', phone: '' }],
    agents: [],
    rights: [{ kind: 'trademark', name: '', registrationNumber: '', holder: 'holder' }],
    groups: [
      {
        name: language === 'zh' ? '证据材料' : 'Evidence',
        set: 'evidence',
        items: files.map((file) => ({
          file,
          name: nameOf(file),
          kind: '',
          source: '',
          purpose: '',
          form: '',
          copies: 1,
        })),
      },
    ],
  }
}

/** A file's name without folder and ending, fit for one line of the table. */
function nameOf(path: string): string {
  const name = path.split('/').at(-1) ?? path
  const dot = name.lastIndexOf('.')
  const plain = (dot > 0 ? name.slice(0, dot) : name)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, '')
  return [...plain].slice(0, 200).join('')
}
