import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { setOfFile, titleOfFile } from '../../../src/shared/domain/item-titles.ts'

describe('what the name of a file proposes', () => {
  test.each([
    ['07_鉴别照片1_外观对比.jpg', '鉴别照片1 外观对比'],
    ['材料/02 授权委托书.pdf', '授权委托书'],
    ['3-2、销售台账.xlsx', '销售台账'],
    ['(1) 网店截图.png', '网店截图'],
    ['【2】开箱录像.mp4', '开箱录像'],
    ['2026-06-15 扣押清单.pdf', '2026-06-15 扣押清单'],
    ['12315投诉单.pdf', '12315投诉单'],
    ['3号仓库照片.jpg', '3号仓库照片'],
    ['12.jpg', '12'],
    ['IMG_0042.JPG', 'IMG 0042'],
    ['.pdf', '.pdf'],
    ['示范v1.2.docx', '示范v1.2'],
    ['A B.final', 'A B'],
  ])('%s → %s', (path, title) => expect(titleOfFile(path)).toBe(title))

  test('is one line of at most 200 characters, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), (name) => {
        const title = titleOfFile(name)
        expect([...title].length).toBeLessThanOrEqual(200)
        expect(title).not.toMatch(/[\u0000-\u001f\u2028\u2029]/)
      }),
      { seed: 20261122 },
    )
  })

  test.each([
    ['01_营业执照副本.jpg', 'identity'],
    ['03_授权委托书.pdf', 'identity'],
    ['Power of Attorney.pdf', 'identity'],
    ['05_商标注册证_第00000001号.jpg', 'evidence'],
    ['11_扣押清单.pdf', 'evidence'],
  ] as const)('%s belongs to %s', (path, set) => expect(setOfFile(path)).toBe(set))
})
