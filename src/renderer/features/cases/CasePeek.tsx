import { CloseOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { crimeName } from '../../../shared/law/law-book.ts'
import { nextActionOf } from '../../../shared/domain/case-board.ts'
import { sayBoard } from '../../../shared/messages/say-board.ts'
import { boardRowOf } from '../../components/cases/board-row.ts'
import { ReplyDue } from '../../components/cases/ReplyDue.tsx'
import { useFormats } from '../../i18n/formats.ts'
import { sentenceCase } from '../../i18n/sentence-case.ts'
import { useLanguage } from '../../i18n/language.ts'
import type { CaseState, CaseSummary } from '../../register/register.ts'
import { useServices } from '../../services.ts'
import styles from './cases.module.css'

interface CasePeekProps {
  readonly row: CaseSummary
  readonly readOnly: boolean
  readonly onOpen: () => void
  readonly onState: (state: CaseState) => void
  readonly onSaveFolder: () => void
  readonly onErase: () => void
  /** Goes to where the next action is done. */
  readonly onNext: () => void
  readonly onClose: () => void
}

/** The facts of one case beside the list, and what can be done with it. */
export function CasePeek({
  row,
  readOnly,
  onOpen,
  onState,
  onSaveFolder,
  onErase,
  onNext,
  onClose,
}: CasePeekProps) {
  const { t } = useTranslation('cases')
  const { t: tCase } = useTranslation('case')
  const { t: tList } = useTranslation('checklist')
  const { law } = useServices()
  const language = useLanguage()
  const formats = useFormats()
  const board = boardRowOf(row)
  const action = nextActionOf(board)
  const named = (names: readonly string[]) => names.filter((name) => name.trim() !== '')
  const facts: readonly (readonly [string, readonly string[]])[] = [
    [t('column.stage'), [tCase(`stage.${board.stage}`)]],
    [t('column.papers'), board.of === 0 ? [] : [tList('completeness', { done: board.done, of: board.of })]],
    [t('column.owner'), named([board.owner])],
    [t('labels'), board.labels],
    [t('raid'), named([board.raid])],
    [t('suspects'), named(row.suspects)],
    [t('crimes'), row.crimes.map((article) => crimeName(law, article, language))],
    [t('rightHolders'), named(row.rightHolders)],
    [t('column.office'), named([row.office])],
    [t('documentNumber'), named([row.documentNumber])],
    [t('caseNumber'), named([row.caseNumber])],
    [t('received'), named([row.receivedOn])],
    [
      t('column.items'),
      [
        t('itemCountBytes', {
          items: t('itemCount', { count: row.itemCount }),
          size: formats.size(row.itemBytes),
        }),
      ],
    ],
    [t('column.code'), [row.caseCode]],
    [t('created'), [formats.instant(row.createdAt)]],
    [t('column.changed'), [formats.instant(row.changedAt)]],
  ]
  return (
    <aside className={styles.peek} aria-label={t('peek')}>
      <div className={styles.peekHead}>
        <h2>{row.brand.trim() || t('noBrand')}</h2>
        {row.isSample && <Tag>{t('sample')}</Tag>}
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined aria-hidden />}
          aria-label={t('closePeek')}
          onClick={onClose}
        />
      </div>
      {board.replyDue && (
        <p className={styles.peekDue}>
          <span className={styles.quiet}>{t('column.due')}</span>
          <ReplyDue
            replyDueOn={board.replyDue.date}
            closed={row.state !== 'open' || row.isSample || board.submittedOn !== undefined}
          />
        </p>
      )}
      <div className={styles.peekActions}>
        {row.state === 'open' && (
          <Button type="primary" onClick={onNext}>
            <span data-own-words>{sentenceCase(sayBoard(`next.${action}`, language))}</span>
          </Button>
        )}
        <Button onClick={onOpen}>{t('open')}</Button>
        {row.state !== 'trashed' && <Button onClick={onSaveFolder}>{t('saveFolder')}</Button>}
        {!readOnly && row.state === 'open' && <Button onClick={() => onState('closed')}>{t('close')}</Button>}
        {!readOnly && row.state === 'closed' && (
          <Button onClick={() => onState('open')}>{t('reopen')}</Button>
        )}
        {!readOnly && row.state !== 'trashed' && (
          <Button onClick={() => onState('trashed')}>{t('trash')}</Button>
        )}
        {!readOnly && row.state === 'trashed' && (
          <>
            <Button onClick={() => onState('open')}>{t('restore')}</Button>
            <Button danger onClick={onErase}>
              {t('erase')}
            </Button>
          </>
        )}
      </div>
      <dl className={styles.peekFacts}>
        {facts.map(([label, values]) => (
          <div key={label}>
            <dt>{label}</dt>
            {values.length === 0 && <dd className={styles.quiet}>{t('blank')}</dd>}
            {values.map((value, index) => (
              <dd key={index}>{value}</dd>
            ))}
          </div>
        ))}
      </dl>
    </aside>
  )
}
