import { Button, Checkbox, Input, Modal } from 'antd'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotify } from '../../app/notify.ts'
import type { CaseDraft } from '../../../shared/domain/case-draft.ts'
import { nameOfHolder, plain } from '../../../shared/domain/holder-profile.ts'
import { daysOfCase, isUsableOn, papersFor } from '../../../shared/domain/papers-for-case.ts'
import { isCurrent, paperWarnings, type StandingPaper } from '../../../shared/domain/standing-paper.ts'
import { useToday } from '../../i18n/use-today.ts'
import type { Item } from '../../register/register.ts'
import { useServices } from '../../services.ts'
import { ErrorNotice } from '../ErrorNotice.tsx'
import { useWork } from '../use-work.ts'
import { knownCodes } from './known-codes.ts'
import { attachPapers } from './library-actions.ts'
import styles from './papers.module.css'
import { PaperWarnings } from './PaperWarnings.tsx'
import { soonDays } from './soon-days.ts'
import { type Library, useLibrary } from './use-library.ts'
import { useValidityWords } from './use-validity-words.ts'

interface PaperPickerProps {
  readonly caseId: string
  readonly draft: CaseDraft
  readonly items: readonly Item[]
  /** Only papers for these entries are chosen at first, and these are marked ready by whatever is chosen. */
  readonly codes?: readonly string[]
  /** Done first: what was typed must be stored. */
  readonly before?: () => Promise<unknown>
  readonly onClose: () => void
}

interface Offer {
  readonly paper: StandingPaper
  readonly holder: string
  readonly codes: readonly string[]
  readonly fits: boolean
  readonly here: boolean
}

/** Offers the standing papers of the library to a case, those that fit first, and attaches what is chosen. */
export function PaperPicker(props: PaperPickerProps) {
  const { t } = useTranslation('library')
  const services = useServices()
  const notify = useNotify()
  const work = useWork()
  const library = useLibrary()
  const today = useToday()
  const { caseId, draft, items, codes, onClose } = props
  const days = useMemo(() => daysOfCase(draft, today), [draft, today])
  const known = useMemo(() => knownCodes(draft, services.law, today), [draft, services.law, today])
  const offers = useMemo(
    () => (library ? offersOf(library, draft, items, known) : []),
    [library, draft, items, known],
  )
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const [query, setQuery] = useState('')

  const proposed = ({ paper, fits, here, codes: fulfils }: Offer) =>
    fits &&
    !here &&
    isUsableOn(paper, days) &&
    (codes === undefined || fulfils.some((code) => codes.includes(code)))
  const canBe = ({ paper, here }: Offer) => paper.contentId !== '' && (!here || codes !== undefined)
  const isChosen = (offer: Offer) => canBe(offer) && proposed(offer) !== turned.has(offer.paper.id)
  const chosen = offers.filter(isChosen)
  const wanted = plain(query)
  const shown = offers.filter(({ paper, holder }) =>
    [paper.name, holder, paper.number].some((text) => plain(text).includes(wanted)),
  )
  const turn = (id: string) => {
    const next = new Set(turned)
    if (!next.delete(id)) next.add(id)
    setTurned(next)
  }
  const attach = () =>
    void work.run(async () => {
      await props.before?.()
      const register = services.session.register()
      const marked = chosen.map(({ paper, codes: fulfils }) => ({
        paper,
        codes: [...new Set([...fulfils, ...(codes ?? [])])],
        asked: codes ?? [],
      }))
      await attachPapers({ ...services, register, today }, caseId, marked)
      onClose()
      notify({ text: t('attached', { count: marked.length }), kind: 'done' })
    })
  const part = (fits: boolean) => shown.filter((offer) => offer.fits === fits)
  const list = (some: readonly Offer[]) =>
    some.map((offer) => (
      <PaperChoice
        key={offer.paper.id}
        offer={offer}
        today={today}
        days={days}
        checked={isChosen(offer)}
        disabled={!canBe(offer)}
        onTurn={() => turn(offer.paper.id)}
      />
    ))
  return (
    <Modal
      open
      title={t('pickPapers')}
      width={640}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" disabled={chosen.length === 0} loading={work.busy} onClick={attach}>
            {chosen.length === 0 ? t('pickPapersOkNone') : t('pickPapersOk', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="quiet">
          {days.acts === undefined
            ? t('daysOfCase', { submission: days.submission })
            : t('daysOfCaseActs', { submission: days.submission, acts: days.acts })}
        </p>
        {offers.length > 8 && (
          <Input
            allowClear
            autoComplete="off"
            spellCheck={false}
            aria-label={t('searchPapers')}
            placeholder={t('searchPapers')}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        )}
        <div className={styles.list}>
          <h3>{t('fitting')}</h3>
          {library !== undefined && part(true).length === 0 && <p className="quiet">{t('fittingNone')}</p>}
          {list(part(true))}
          {part(false).length > 0 && <h3>{t('others')}</h3>}
          {list(part(false))}
        </div>
        {work.error !== undefined && <ErrorNotice error={work.error} />}
      </div>
    </Modal>
  )
}

interface PaperChoiceProps {
  readonly offer: Offer
  readonly today: string
  readonly days: ReturnType<typeof daysOfCase>
  readonly checked: boolean
  readonly disabled: boolean
  readonly onTurn: () => void
}

function PaperChoice({ offer, today, days, checked, disabled, onTurn }: PaperChoiceProps) {
  const { t } = useTranslation('library')
  const id = useId()
  const words = useValidityWords(today, soonDays)
  const { paper, holder, here } = offer
  const warnings = paperWarnings(paper, days, soonDays)
  const isGood = !warnings.some(({ kind }) => kind === 'expired' || kind === 'not-yet-valid')
  return (
    <Checkbox
      className={styles.choice ?? ''}
      checked={checked}
      disabled={disabled}
      aria-describedby={id}
      onChange={onTurn}
    >
      {paper.name || t('newPaper')}
      <span id={id}>
        <span className={styles.choiceFacts}>
          <span>{t(`kind.${paper.kind}`)}</span>
          <span>{holder || t('unnamed')}</span>
          <span>{words(paper).range}</span>
          {here && <span>{t('alreadyHere')}</span>}
          {paper.contentId === '' && <span>{t('noScan')}</span>}
          {isGood && <span className={styles.good}>{t('validThen')}</span>}
        </span>
        <PaperWarnings warnings={warnings} />
      </span>
    </Checkbox>
  )
}

function offersOf(
  { holders, papers }: Library,
  draft: CaseDraft,
  items: readonly Item[],
  known: ReadonlySet<string> | undefined,
): readonly Offer[] {
  const readable = papers.filter((paper) => !paper.isDamaged && isCurrent(paper))
  const names = new Map(holders.map((holder) => [holder.id, nameOfHolder(holder)]))
  const here = new Set(items.filter((item) => !item.trashed).map((item) => item.contentId))
  const offer = (paper: StandingPaper, codes: readonly string[], fits: boolean): Offer => ({
    paper,
    codes,
    fits,
    holder: names.get(paper.holderId) ?? '',
    here: paper.contentId !== '' && here.has(paper.contentId),
  })
  // Two holders of a case may be one of the library.
  const fitting = new Map<string, Offer>()
  for (const { paper, codes } of papersFor(draft, holders, readable, known)) {
    const before = fitting.get(paper.id)?.codes ?? []
    fitting.set(paper.id, offer(paper, [...before, ...codes], true))
  }
  const others = readable.filter((paper) => !fitting.has(paper.id)).map((paper) => offer(paper, [], false))
  return [...fitting.values(), ...others]
}
