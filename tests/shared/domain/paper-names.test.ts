import { expect, test } from 'vitest'
import { kindOfFile } from '../../../src/shared/domain/paper-names.ts'

test.each([
  ['01_营业执照副本.jpg', 'business-licence'],
  ['02_公司注册证明_附加证明书_译文.pdf', 'translation'],
  ['公司注册证明.pdf', 'incorporation'],
  ['注册证明 附加证明书.pdf', 'apostille'],
  ['03_授权委托书.pdf', 'power-of-attorney'],
  ['04_律师事务所函.pdf', 'firm-letter'],
  ['律师执业证.pdf', 'lawyer-licence'],
  ['05_商标注册证_第00000001号.jpg', 'registration-certificate'],
  ['法定代表人身份证明书.pdf', 'representative-certificate'],
  ['法定代表人身份证.pdf', 'identity-document'],
  ['Certificate of Good Standing.pdf', 'good-standing'],
  ['Power of Attorney 2026.pdf', 'power-of-attorney'],
  ['扫描0001.pdf', 'other'],
])('%s is most likely %s', (name, kind) => {
  expect(kindOfFile(name)).toBe(kind)
})
