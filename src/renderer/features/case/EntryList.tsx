import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  CopyOutlined,
  DeleteOutlined,
  DownOutlined,
  PlusOutlined,
  RightOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '../../app/announce.ts'
import { useNotify } from '../../app/notify.ts'
import { useCaseWork, useDraft, useDraftPart } from './case-context.ts'
import {
  addEntry,
  duplicateEntry,
  entriesOf,
  listLimits,
  moveEntry,
  reinsertEntry,
  removeEntry,
  type ListName,
} from './case-lists.ts'
import { indexIn, other, samePlace, type Tool, toolSelector } from './entry-places.ts'
import { entryWords } from './place-words.ts'
import styles from './case.module.css'

/** Longer lists begin folded. */
const openUpTo = 6

/** A list of the case: each entry can be moved (Alt+Up, Alt+Down), duplicated and removed, with undo. */
export function EntryList({
  list,
  children,
}: {
  readonly list: ListName
  readonly children: (index: number) => ReactNode
}) {
  const { t } = useTranslation('case')
  const announce = useAnnounce()
  const notify = useNotify()
  const { editor, readOnly, target } = useCaseWork()
  const draft = useDraft()
  const count = entriesOf(draft, list).length
  const [turned, setTurned] = useState<ReadonlySet<number>>(new Set())
  const [long] = useState(count > openUpTo)
  const box = useRef<HTMLDivElement>(null)
  const focusNext = useRef<string | undefined>(undefined)
  const [asked, setAsked] = useState(target)

  // A jump into a folded entry opens it.
  if (asked !== target) {
    setAsked(target)
    const index = target && indexIn(target.path, list)
    if (long && index !== undefined && !turned.has(index)) setTurned(new Set([...turned, index]))
  }

  useEffect(() => {
    if (focusNext.current === undefined) return
    const wanted = focusNext.current
    focusNext.current = undefined
    box.current?.querySelector<HTMLElement>(wanted)?.focus()
  })

  const step = { kind: 'case.edit' } as const
  const name = (index: number) => entryWords(t, editor.state().draft ?? draft, list, index)
  const isOpen = (index: number) => turned.has(index) === long
  const open = (index: number) => {
    if (!isOpen(index)) setTurned(toggled(turned, index))
  }
  const add = () => {
    if (long) setTurned(new Set([...turned, count]))
    else setTurned(without(turned, count))
    focusNext.current = `[data-entry="${count}"] input`
    editor.change((before) => addEntry(before, list), step)
    announce(t('added', { entry: name(count) }))
  }
  const move = (from: number, to: number, focus: Tool | undefined) => {
    if (to < 0 || to >= count || readOnly) return
    if (focus)
      focusNext.current = toolSelector(to, (focus === 'up' ? to > 0 : to < count - 1) ? focus : other(focus))
    else focusNext.current = samePlace(box.current, from, to)
    setTurned(swapped(turned, from, to))
    editor.change((before) => moveEntry(before, list, from, to), step)
    announce(t('movedTo', { entry: name(to), number: to + 1, total: count }))
  }
  const duplicate = (index: number) => {
    focusNext.current = `[data-entry="${index + 1}"] input`
    editor.change((before) => duplicateEntry(before, list, index), step)
    open(index + 1)
    announce(t('duplicated', { entry: name(index + 1) }))
  }
  const remove = (index: number) => {
    const before = editor.state().draft ?? draft
    const entry = name(index)
    focusNext.current = count > 1 ? toolSelector(Math.min(index, count - 2), 'remove') : '[data-add]'
    editor.change((now) => removeEntry(now, list, index), step)
    notify({
      text: t('removed', { entry }),
      kind: 'info',
      action: {
        label: t('undoRemove'),
        run: () => editor.change((now) => reinsertEntry(now, before, list, index), step),
      },
    })
  }
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    move(index, event.key === 'ArrowUp' ? index - 1 : index + 1, undefined)
  }

  const tool = (kind: Tool, icon: ReactNode, label: string, run: () => void, enabled = true) => (
    <Button
      type="text"
      size="small"
      data-tool={kind}
      icon={icon}
      aria-label={label}
      title={label}
      disabled={!enabled || readOnly}
      onClick={run}
    />
  )
  const full = count >= listLimits[list]
  return (
    <div ref={box} className={styles.entries} data-path={list}>
      {count === 0 && <p className={styles.quiet}>{t(`none.${list}`)}</p>}
      {Array.from({ length: count }, (_, index) => {
        const entry = name(index)
        return (
          <section
            key={index}
            className={styles.entry}
            data-entry={index}
            aria-label={entry}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            <div className={styles.entryHead}>
              <h3>
                <button
                  type="button"
                  className={styles.entryTitle}
                  data-tool="fold"
                  aria-expanded={isOpen(index)}
                  onClick={() => setTurned(toggled(turned, index))}
                >
                  {isOpen(index) ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
                  <span>{entry}</span>
                </button>
              </h3>
              <EntryState path={`${list}[${index}]`} />
              {tool(
                'up',
                <ArrowUpOutlined aria-hidden />,
                t('moveUp', { entry }),
                () => move(index, index - 1, 'up'),
                index > 0,
              )}
              {tool(
                'down',
                <ArrowDownOutlined aria-hidden />,
                t('moveDown', { entry }),
                () => move(index, index + 1, 'down'),
                index < count - 1,
              )}
              {tool(
                'copy',
                <CopyOutlined aria-hidden />,
                t('duplicate', { entry }),
                () => duplicate(index),
                !full,
              )}
              {tool('remove', <DeleteOutlined aria-hidden />, t('remove', { entry }), () => remove(index))}
            </div>
            {isOpen(index) && <div className={styles.entryBody}>{children(index)}</div>}
          </section>
        )
      })}
      {!readOnly && (
        <div className={styles.addLine}>
          <Button data-add icon={<PlusOutlined aria-hidden />} disabled={full} onClick={add}>
            {t(`add.${list}`)}
          </Button>
          {full && <span className={styles.quiet}>{t('listFull', { limit: listLimits[list] })}</span>}
        </div>
      )}
    </div>
  )
}

/** What a folded entry would say: how many places in it want attention. */
function EntryState({ path }: { readonly path: string }) {
  const { t } = useTranslation('case')
  const { findings } = useCaseWork()
  const exists = useDraftPart((draft) => draft !== undefined)
  const here = findings.filter((found) => found.subject.startsWith(path + '.') && found.severity === 'error')
  const gaps = here.filter((found) => found.code === 'field.required').length
  if (!exists || here.length === 0) return null
  const wrong = here.length - gaps
  return (
    <span className={wrong > 0 ? styles.countWrong : styles.countOpen}>
      {wrong > 0 ? t('state.problems', { count: wrong }) : t('state.gaps', { count: gaps })}
    </span>
  )
}

function toggled(set: ReadonlySet<number>, index: number): ReadonlySet<number> {
  return set.has(index) ? without(set, index) : new Set([...set, index])
}

function without(set: ReadonlySet<number>, index: number): ReadonlySet<number> {
  return new Set([...set].filter((held) => held !== index))
}

function swapped(set: ReadonlySet<number>, a: number, b: number): ReadonlySet<number> {
  return new Set([...set].map((index) => (index === a ? b : index === b ? a : index)))
}
