import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { hasTool } from '../judges.ts'
import { browser, root } from './harness/browser.ts'
import { eventually } from './harness/eventually.ts'
import { accessibilityFindings, rememberedFields, sidewaysScrolling } from './harness/judge-screen.ts'
import { keepPrints, lastPrint, savedFile, savedPaths } from './harness/pickers.ts'
import { ownCase, typeOwnCase } from './own-case.ts'
import { FiguresPage } from './pages/figures-page.ts'
import { withOwnCase } from './steps.ts'

async function textOf(bytes: Buffer): Promise<string> {
  const path = join(await temporaryFolder(), 'paper.pdf')
  await writeFile(path, bytes)
  return execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).replace(/\s+/g, '')
}

test.skipIf(!browser)(
  'deadline sheet, questions and calendar of a case, saved and printed',
  async () => {
    const { window, say, frame, case: own } = await withOwnCase('zh')
    const { page } = window
    await typeOwnCase(own)
    await own.goTo('dates')
    const button = (key: 'deadlines' | 'questions' | 'calendar') =>
      page.getByRole('button', { name: say('workPapers', key), exact: true })
    const papers = new FiguresPage(page, say)

    await button('deadlines').press('Enter')
    const sheet = papers.dialog('title.deadlines')
    await sheet.shown()
    await sheet.press('save')
    await eventually(() => savedPaths(page)).toEqual([`${ownCase.caseCode}_期限表.pdf`])
    await keepPrints(page)
    await sheet.press('print')
    await frame.notice(say('workPapers', 'opened', { name: say('workPapers', 'title.deadlines') })).waitFor()
    const printed = await lastPrint(page)
    expect(printed?.equals(await savedFile(page, `${ownCase.caseCode}_期限表.pdf`))).toBe(true)
    await sheet.press('close')

    await button('questions').press('Enter')
    const questions = papers.dialog('title.questions')
    await questions.shown()
    await questions.press('save')
    const questionFile = `${ownCase.caseCode}_首次联系问题清单.pdf`
    await eventually(() => savedPaths(page)).toContain(questionFile)
    await questions.press('close')
    if (hasTool('pdftotext')) {
      const days = await textOf(await savedFile(page, `${ownCase.caseCode}_期限表.pdf`))
      expect(days).toContain(ownCase.replyDueOn)
      const asked = await textOf(await savedFile(page, questionFile))
      for (const words of [`已知：${ownCase.caseNumber}`, `已知：${ownCase.replyDueOn}`, '扣押物品清单'])
        expect(asked).toContain(words)
    }

    await button('calendar').press('Enter')
    const name = `${ownCase.caseCode}.ics`
    await frame.notice(say('workPapers', 'calendarSaved', { name })).waitFor()
    const calendar = (await savedFile(page, name)).toString('utf8')
    expect(calendar.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true)
    expect(calendar).toContain('DTSTART;VALUE=DATE:20261205')
  },
  120_000,
)

// English in the long run: its words are judged without a window.
const languages = process.env['SOAK'] === '1' ? (['zh', 'en'] as const) : (['zh'] as const)

test.skipIf(!browser).each(languages)(
  'a letter asks for what the checklist lacks, and the checklist notes it (%s)',
  async (language) => {
    const { window, say, frame, case: own } = await withOwnCase(language)
    const { page } = window
    await typeOwnCase(own)
    await own.goTo('checklist')
    await page.getByRole('button', { name: say('workPapers', 'letter'), exact: true }).press('Enter')
    const dialog = page.getByRole('dialog', { name: say('workPapers', 'letter.title'), exact: true })
    const body = dialog.getByRole('textbox', { name: say('workPapers', 'letter.body') })
    await eventually(() => body.inputValue()).toContain(ownCase.holder)
    const all = dialog.getByRole('checkbox', { name: say('workPapers', 'letter.all'), exact: true })
    await all.press('Space')
    await body.waitFor({ state: 'hidden' })
    const rows = dialog.getByRole('checkbox')
    await rows.nth(1).press('Space')
    await rows.nth(2).press('Space')
    await dialog.getByRole('textbox', { name: say('workPapers', 'letter.neededBy') }).fill('2026.12.1')
    await dialog.getByRole('textbox', { name: say('workPapers', 'letter.from') }).fill('周示范')
    await eventually(() => body.inputValue()).toContain(language === 'zh' ? '2026年12月1日' : '2026-12-01')
    expect(await body.inputValue()).toMatch(/\n2\. /)
    expect(await body.inputValue()).not.toMatch(/\n3\. /)

    const folder = join(root, 'out', 'screens', 'case-papers')
    await mkdir(folder, { recursive: true })
    for (const [width, height] of [
      [1280, 720],
      [640, 360],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.screenshot({ path: join(folder, `letter-${language}-${width}.png`) })
      expect(await accessibilityFindings(page)).toEqual([])
      expect(await rememberedFields(page)).toEqual([])
      expect(await sidewaysScrolling(page)).toEqual([])
    }
    await page.setViewportSize({ width: 1280, height: 720 })
    await dialog.getByRole('button', { name: say('workPapers', 'letter.save'), exact: true }).click()
    await eventually(() => savedPaths(page)).toHaveLength(1)
    const [path] = await savedPaths(page)
    const text = (await savedFile(page, path!)).toString('utf8')
    expect(text.startsWith('\ufeff')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
    expect(text).toContain(ownCase.holder)

    await dialog.getByRole('button', { name: say('workPapers', 'letter.mark', { count: 2 }) }).click()
    await frame.notice(say('workPapers', 'letter.marked', { count: 2 })).waitFor()
    await dialog.waitFor({ state: 'hidden' })
    await own.saved()
    const from = page.getByRole('textbox', { name: say('checklist', 'requestedFrom'), exact: true })
    await eventually(() => from.count()).toBe(2)
    for (const field of await from.all()) expect(await field.inputValue()).toBe('周示范')
    expect(await page.getByText(say('frame', 'notSaved'), { exact: true }).count()).toBe(0)
  },
  120_000,
)
