import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aRawCase } from '../builders/cases.ts'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { hasTool } from '../judges.ts'
import { browser, root } from './harness/browser.ts'
import { eventually } from './harness/eventually.ts'
import { accessibilityFindings, rememberedFields, sidewaysScrolling } from './harness/judge-screen.ts'
import { keepPrints, lastPrint, savedFile, savedPaths } from './harness/pickers.ts'
import { FiguresPage } from './pages/figures-page.ts'
import { type Scene, withOwnCase } from './steps.ts'

const notice = (office: string, receivedOn: string, replyDueOn = '') => ({
  manner: 'written',
  office,
  receivedOn,
  ...(replyDueOn === '' ? {} : { replyDueOn }),
})
const first = '江城市滨湖区人民检察院'
const second = '海城市人民检察院'
const secret = '证人王某不愿出面'

const cases = [
  {
    caseCode: 'FIG-1',
    brand: '鹤鸣山',
    crimes: ['213', '214'],
    notice: notice(first, '2026-08-10', '2026-09-01'),
    submissions: [{ handedOverOn: '2026-08-30' }],
    obstacles: [{ kind: 'price-proof', on: '2026-08-12', solvedOn: '2026-08-20', note: secret }],
  },
  {
    caseCode: 'FIG-2',
    brand: '鹤鸣山',
    notice: notice(second, '2026-09-10', '2026-09-20'),
    submissions: [{ handedOverOn: '2026-09-25' }],
    obstacles: [{ kind: 'logistics', on: '2026-09-12', note: '' }],
  },
  { caseCode: 'FIG-3', brand: '=SUM(1)', notice: notice(first, '2026-09-11', '2026-09-20') },
  { caseCode: 'FIG-4', brand: '北风', notice: notice(second, '2026-10-09') },
  // With the police: not counted.
  { caseCode: 'FIG-5', brand: '北风', stage: 'investigation', notice: { manner: 'police', office: '' } },
]

async function withCases(scene: Scene): Promise<void> {
  const { page } = scene.window
  for (const one of cases) {
    const folder = join(await temporaryFolder(), one.caseCode)
    await mkdir(folder)
    const record = aRawCase({ ...one, groups: [{ name: '证据材料', set: 'evidence', items: [] }] })
    await writeFile(join(folder, 'case.json'), JSON.stringify(record))
    await scene.frame.goTo('cases')
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page
        .getByRole('button', { name: scene.say('cases', 'openFolder') })
        .first()
        .click(),
    ])
    await chooser.setFiles(folder)
    await page.getByRole('heading', { level: 1, name: one.brand }).waitFor()
  }
}

async function textOf(bytes: Buffer): Promise<string> {
  const path = join(await temporaryFolder(), 'paper.pdf')
  await writeFile(path, bytes)
  return execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).replace(/\s+/g, '')
}

test.skipIf(!browser)(
  'the response rate by month, office and crime, as CSV and on paper',
  async () => {
    const scene = await withOwnCase('zh')
    const { window, say, frame } = scene
    const { page } = window
    const figures = new FiguresPage(page, say)
    await withCases(scene)
    await frame.goTo('figures')
    await figures.rows.first().waitFor()
    // The own case has no day of notice and no day to answer by.
    await eventually(() => figures.rows.count()).toBe(4)
    await figures.chart.waitFor()
    await page.getByText('按期率 33.3%').waitFor()
    const means = page.getByRole('heading', { name: say('figures', 'meansTitle') })
    expect(await means.locator('xpath=..').textContent()).toContain('不晚于办案检察院指定的答复日期')

    await figures.groupBy('office')
    await eventually(() => figures.rows.count()).toBe(3)
    await figures.choose('from', '2026-09')
    await eventually(() => figures.rows.count()).toBe(2)
    await eventually(() => page.getByText(say('figures', 'leftOut', { count: 1 })).count()).toBe(1)

    // The keyboard copies rows as text.
    await figures.rows.first().click()
    await page.keyboard.press('Control+a')
    const copied = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          // Heard after the table, which puts the rows in.
          addEventListener('copy', (event) => resolve(event.clipboardData?.getData('text/plain') ?? ''))
        }),
    )
    await page.keyboard.press('Control+c')
    expect(await copied).toContain(`${first}\t1\t0`)

    await figures.choose('from', say('figures', 'anyMonth'))
    await figures.groupBy('brand')
    await figures.button('csv').click()
    await eventually(() => savedPaths(page)).toHaveLength(1)
    const [csv] = await savedPaths(page)
    const text = (await savedFile(page, csv!)).toString('utf8')
    expect(csv).toMatch(/^答复情况统计_按品牌_\d{4}-\d\d-\d\d\.csv$/)
    expect(text.startsWith('\ufeff品牌,收到告知,按期答复,')).toBe(true)
    expect(text).toContain('\r\n鹤鸣山,2,1,1,0,0,0,0,50%\r\n')
    expect(text).toContain("\r\n'=SUM(1),1,0,0,0,1,0,0,0%\r\n")
    expect(text).toContain('\r\n合计,5,1,1,2,1,0,0,33.3%\r\n')
    expect(text).not.toContain('FIG-')

    await figures.groupBy('crime')
    await figures.button('print').click()
    const paper = figures.dialog('title.response')
    await paper.shown()
    await paper.press('save')
    await eventually(() => savedPaths(page)).toContain('答复情况统计.pdf')
    await keepPrints(page)
    await paper.press('print')
    await frame.notice(say('workPapers', 'opened', { name: say('workPapers', 'title.response') })).waitFor()
    const saved = await savedFile(page, '答复情况统计.pdf')
    expect(saved.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await lastPrint(page))?.equals(saved)).toBe(true)
    if (hasTool('pdftotext')) expect(await textOf(saved)).toContain('合计51121')
    await paper.press('close')
  },
  180_000,
)

test.skipIf(!browser)(
  'the report on obstacles is anonymised unless the person says otherwise',
  async () => {
    const scene = await withOwnCase('en')
    const { window, say, frame } = scene
    const { page } = window
    const figures = new FiguresPage(page, say)
    await withCases(scene)
    await frame.goTo('figures')
    const named = ['鹤鸣山', first, 'FIG-1', secret]
    for (const anonymised of [true, false]) {
      const choice = page.getByRole('switch', { name: say('figures', 'anonymise') })
      expect(await choice.isChecked()).toBe(true)
      if (!anonymised) {
        await choice.press('Space')
        await page.getByText(say('figures', 'namedWarning')).waitFor()
      }
      await figures.button('makeObstacles').press('Enter')
      const paper = figures.dialog('title.obstacles')
      await paper.shown()
      if (!anonymised) await paper.chooseLanguage('zh')
      await paper.shown()
      await paper.press('save')
      await eventually(() => savedPaths(page)).toEqual(['Report_on_obstacles.pdf'])
      if (hasTool('pdftotext')) {
        const text = async () => textOf(await savedFile(page, 'Report_on_obstacles.pdf'))
        await eventually(text).toContain(anonymised ? 'Logistics101' : '物流101')
        const written = await text()
        for (const words of named) expect(written.includes(words)).toBe(!anonymised)
      }
      await paper.press('close')
    }
  },
  180_000,
)

test
  .skipIf(!browser)
  .each([
    { language: 'en', scheme: 'dark', size: { width: 640, height: 360 } },
    ...(process.env['SOAK']
      ? ([{ language: 'zh', scheme: 'light', size: { width: 1280, height: 720 } }] as const)
      : []),
  ] as const)(
  'the figures can be used by everybody ($language, $scheme, $size.width)',
  async ({ language, scheme, size }) => {
    const scene = await withOwnCase(language, { scheme })
    const { window, say, frame } = scene
    const { page } = window
    const figures = new FiguresPage(page, say)
    await withCases(scene)
    await page.setViewportSize(size)
    await frame.goTo('figures')
    await figures.rows.first().waitFor()
    const folder = join(root, 'out', 'screens', 'figures')
    await mkdir(folder, { recursive: true })
    const look = async (name: string) => {
      await page.screenshot({ path: join(folder, `${language}-${size.width}-${name}.png`) })
      expect(await accessibilityFindings(page)).toEqual([])
      expect(await rememberedFields(page)).toEqual([])
      expect(await sidewaysScrolling(page)).toEqual([])
    }
    await look('month')
    await figures.groupBy('office')
    await figures.table.scrollIntoViewIfNeeded()
    await look('office')
    await page.getByRole('switch').scrollIntoViewIfNeeded()
    await look('obstacles')
    await figures.button('print').click()
    await figures.dialog('title.response').shown()
    await look('paper')
  },
  180_000,
)

test.skipIf(!browser)('without cases it says what will be here', async () => {
  const { window, say, frame, case: own } = await withOwnCase('zh')
  await own.menu('trash')
  await frame.goTo('figures')
  await window.page.getByRole('heading', { name: say('figures', 'emptyTitle') }).waitFor()
  await window.page.getByRole('button', { name: say('figures', 'toCases') }).click()
  await window.page.getByRole('heading', { level: 1, name: say('cases', 'title') }).waitFor()
})
