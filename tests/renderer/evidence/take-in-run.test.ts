import { expect, test } from 'vitest'
import { createJobQueue } from '../../../src/renderer/engine-host/job-queue.ts'
import type { Item, NewItem, TakeInMark } from '../../../src/renderer/register/register.ts'
import type { Services } from '../../../src/renderer/services.ts'
import { takeFilesIn, type TakeInReport } from '../../../src/renderer/features/evidence/take-in-run.ts'
import { Failure } from '../../../src/shared/contract/failure.ts'
import { anItem, groups } from './rows.ts'

/** A window whose engine takes the text of a file for its digest, and whose register keeps items in a list. */
function aWindow(
  present: readonly Item[] = [],
  fail: (name: string) => Error | undefined = () => undefined,
  maxItems = 5000,
  state: { kind: string; readOnly?: boolean } = { kind: 'open', readOnly: false },
) {
  const added: { items: readonly NewItem[]; merge: string | undefined }[] = []
  const unused: string[] = []
  const marks: (TakeInMark | 'removed')[] = []
  const register = {
    takeIns: {
      set: async (mark: TakeInMark) => void marks.push(mark),
      remove: async () => void marks.push('removed'),
    },
    contents: { removeUnused: async (ids: readonly string[]) => void unused.push(...ids) },
    cases: { get: async () => ({ draft: { groups } }) },
    items: {
      ofCase: async () => present,
      add: async (_: string, items: readonly NewItem[], merge?: string) => {
        added.push({ items, merge })
        return items.map((item) => `id of ${item.original.path}`)
      },
    },
  }
  const services = {
    newId: () => 'new',
    limits: { maxItems },
    session: { register: () => register, state: () => state },
    engine: {
      takeIn: async (file: File, path: string, control: { signal: AbortSignal }) => {
        control.signal.throwIfAborted()
        const error = fail(path)
        if (error) throw error
        const text = await file.text()
        const original = {
          path,
          bytes: file.size,
          sha256: text,
          sha512: text,
          sm3: text,
          mediaType: 'text/plain',
        }
        return { original, contentId: text === 'not stored' ? undefined : `content ${text}`, known: false }
      },
    },
  } as unknown as Services
  const take = async (files: Record<string, string>, during?: (cancel: () => void) => void) => {
    const jobs = createJobQueue({ newId: () => 'job', later: (work) => work() })
    during?.(() => jobs.cancel('job'))
    let report: TakeInReport | undefined
    await jobs
      .run('take-in', '', async (job) => {
        const wanted = Object.entries(files).map(([path, text]) => ({
          picked: { path, file: new File([text], path) },
          groupId: 'facts',
        }))
        report = await takeFilesIn(services, 'case', wanted, [], job)
      })
      .catch(() => undefined)
    return { report: report!, last: jobs.jobs()[0] }
  }
  return { take, added, unused, marks }
}

const paths = (report: TakeInReport, part: 'failed' | 'doubles') =>
  part === 'failed'
    ? report.failed.map((each) => each.picked.path)
    : report.doubles.map((each) => each.stored.picked.path)

test('files become items in their order, as one step, named by their files', async () => {
  const { take, added } = aWindow()
  const { report } = await take({ '01_合同.txt': 'one', '02_发票.txt': 'two' })
  const items = added.flatMap((batch) => batch.items)
  expect(items.map((item) => item.details.name)).toEqual(['合同', '发票'])
  expect(items.every((item) => item.groupId === 'facts')).toBe(true)
  expect(new Set(added.map((batch) => batch.merge)).size).toBe(1)
  expect(report.added).toEqual(['id of 01_合同.txt', 'id of 02_发票.txt'])
})

test('a file that fails is told and the rest goes on', async () => {
  const { take } = aWindow([], (path) =>
    path === 'b.txt' ? new Failure('intake.vanished', { name: path }) : undefined,
  )
  const { report, last } = await take({ 'a.txt': '1', 'b.txt': '2', 'c.txt': '3' })
  expect(report.added).toHaveLength(2)
  expect(paths(report, 'failed')).toEqual(['b.txt'])
  expect(last).toMatchObject({ state: 'done', done: 3, total: 3, bytesDone: 3, bytesTotal: 3 })
})

test('when the disk is full nothing more is tried, and every file that is not in is told', async () => {
  const { take } = aWindow([], (path) =>
    path === 'b.txt' ? new Failure('register.full', { name: path }) : undefined,
  )
  const { report } = await take({ 'a.txt': '1', 'b.txt': '2', 'c.txt': '3' })
  expect(report.added).toEqual(['id of a.txt'])
  expect(paths(report, 'failed')).toEqual(['b.txt', 'c.txt'])
})

test('content that is there already waits for a decision, with what it equals', async () => {
  const there = anItem('there', 'facts')
  const gone = { ...anItem('gone', 'facts'), trashed: true }
  const { take } = aWindow([there, gone])
  const { report } = await take({
    'a.txt': 'there',
    'b.txt': 'gone',
    'c.txt': 'new',
    'd.txt': 'new',
    'e.txt': '',
    'f.txt': '',
  })
  expect(report.doubles.map((each) => each.twin)).toEqual([
    { kind: 'item', label: 'E001', name: 'there' },
    { kind: 'trashed', name: 'gone' },
    { kind: 'file', path: 'c.txt' },
  ])
  expect(paths(report, 'doubles')).toEqual(['a.txt', 'b.txt', 'd.txt'])
  // Empty files are all alike; each is taken.
  expect(report.added).toEqual(['id of c.txt', 'id of e.txt', 'id of f.txt'])
})

test('stopping keeps what is in', async () => {
  let stop = () => {}
  const { take } = aWindow([], (path) => {
    if (path === 'b.txt') stop()
    return undefined
  })
  const { report } = await take({ 'a.txt': '1', 'b.txt': '2', 'c.txt': '3' }, (cancel) => {
    stop = cancel
  })
  expect(report.cancelled).toBe(true)
  expect(report.added).toEqual(['id of a.txt', 'id of b.txt'])
  expect(report.failed).toEqual([])
})

test('a full case takes no more, and still tells what it has already; nothing stays of the rest', async () => {
  const present = [anItem('1', 'facts'), anItem('2', 'facts')]
  const { take, added, unused } = aWindow(present, undefined, 3)
  const { report } = await take({ 'a.txt': '1', 'c.txt': '3', 'd.txt': '4', 'b.txt': '2' })
  expect(added.flatMap(({ items }) => items).map(({ original }) => original.path)).toEqual(['c.txt'])
  expect(paths(report, 'doubles')).toEqual(['a.txt', 'b.txt'])
  expect(report.failed.map(({ error }) => error)).toMatchObject([
    { code: 'intake.case-full', facts: { name: 'd.txt', limit: 3 } },
  ])
  expect(unused).toEqual(['content 4'])
})

test('a mark says how far it came from the first file on, and goes when it ends', async () => {
  const { take, marks } = aWindow()
  await take({ 'a.txt': '1', 'b.txt': '2', 'c.txt': '3' })
  expect(marks).toMatchObject([{ id: 'new', caseId: 'case', total: 3, stored: 0 }, { stored: 3 }, 'removed'])
})

test.each([
  [{ kind: 'open', readOnly: true }, 'register.read-only'],
  [{ kind: 'locked' }, 'register.locked'],
])('a file that cannot be stored says why: %o', async (state, code) => {
  const { take, added } = aWindow([], undefined, undefined, state)
  const { report } = await take({ 'a.txt': 'not stored' })
  expect(added).toEqual([])
  expect(report.failed.map(({ error }) => error)).toMatchObject([{ code }])
})
