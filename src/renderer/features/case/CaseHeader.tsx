import {
  ArrowLeftOutlined,
  CheckOutlined,
  CopyOutlined,
  MoreOutlined,
  RollbackOutlined,
} from '@ant-design/icons'
import { Button, Tag, Tooltip } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { replyDueOf } from '../../../shared/domain/board-facts.ts'
import { dateMarkOf } from '../../../shared/domain/date-marks.ts'
import { enteredText } from '../../../shared/messages/say-deadline.ts'
import { useAnnounce } from '../../app/announce.ts'
import { copyText } from '../../app/clipboard.ts'
import { ClosingDialog } from '../../components/cases/ClosingDialog.tsx'
import { ReplyDue } from '../../components/cases/ReplyDue.tsx'
import { MenuButton } from '../../components/MenuButton.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { useHistoryState } from '../../register/use-session.ts'
import { useCaseWork, useDraft } from './case-context.ts'
import { useCaseActions } from './use-case-actions.ts'
import styles from './case.module.css'

/** What case this is, when the reply is due, and the one thing to do next. Never scrolls away. */
export function CaseHeader() {
  const { t } = useTranslation('case')
  const language = useLanguage()
  const { case: stored, readOnly } = useCaseWork()
  const draft = useDraft()
  const { undo, redo } = useHistoryState(stored.id)
  const actions = useCaseActions()
  const { notice } = draft
  const due = replyDueOf(draft)
  const mark = dateMarkOf(draft.dateMarks ?? [], 'notice.replyDueOn')
  // The days of the sample are invented, and nobody waits for its answer.
  const settled = stored.state !== 'open' || stored.isSample
  const undoName = undo ? t('undo', { step: t(`step.${undo}`) }) : t('undoNothing')
  const redoName = redo ? t('redo', { step: t(`step.${redo}`) }) : t('redoNothing')
  return (
    <header className={styles.header} aria-label={t('header')}>
      <div className={styles.headline}>
        <Link href="/cases" className={styles.back} title={t('backToList')} aria-label={t('backToList')}>
          <ArrowLeftOutlined aria-hidden />
        </Link>
        <h1 className={styles.name} title={draft.brand}>
          {(draft.brand ?? '').trim() || t('unnamed')}
        </h1>
        {stored.isSample && <Tag title={t('sampleMore')}>{t('sample')}</Tag>}
        {stored.state !== 'open' && <Tag>{t(`stateName.${stored.state}`)}</Tag>}
        <div className={styles.tools}>
          <Tooltip title={undoName}>
            <Button
              type="text"
              icon={<RollbackOutlined aria-hidden />}
              aria-label={undoName}
              disabled={!undo || readOnly}
              onClick={() => void actions.undo()}
            />
          </Tooltip>
          <Tooltip title={redoName}>
            <Button
              type="text"
              icon={<RollbackOutlined className={styles.mirrored ?? ''} aria-hidden />}
              aria-label={redoName}
              disabled={!redo || readOnly}
              onClick={() => void actions.redo()}
            />
          </Tooltip>
          <MenuButton
            type="text"
            icon={<MoreOutlined aria-hidden />}
            aria-label={t('more')}
            placement="bottomRight"
            menu={{ items: actions.menu }}
          />
          <Button
            type="primary"
            aria-label={t('nextLabel', { step: actions.nextWords })}
            disabled={readOnly && stored.state !== 'trashed'}
            onClick={() => void actions.next()}
          >
            {actions.nextWords}
          </Button>
        </div>
      </div>
      {actions.closing && (
        <ClosingDialog
          cases={[
            {
              id: stored.id,
              name: (draft.brand ?? '').trim() || draft.caseCode,
              open: actions.closing.open,
            },
          ]}
          onClosed={actions.closing.onClosed}
          onCancel={actions.closing.onCancel}
        />
      )}
      <div className={styles.facts}>
        <span className={styles.due}>
          <span className={styles.quiet}>{t('replyDue')}</span>
          {due && due.origin !== 'named' ? (
            <>
              <ReplyDue replyDueOn={due.date} closed={settled} />
              <span className={styles.quiet}>{t(`replyDueBy.${due.origin}`)}</span>
            </>
          ) : filled(notice.replyDueOn) ? (
            <>
              <ReplyDue replyDueOn={notice.replyDueOn} closed={settled} />
              <Tooltip title={[t('replyDueSourceMore'), mark && enteredText(mark, language)].join(' ')}>
                <span className={styles.sourceNote} tabIndex={0}>
                  {mark ? t('replyDueEnteredBy', { by: mark.by || t('nobodyNamed') }) : t('replyDueSource')}
                </span>
              </Tooltip>
            </>
          ) : (
            <span>{t('replyDueBlank')}</span>
          )}
        </span>
        <Fact label={t('field.caseCode')} value={draft.caseCode} />
        {notice.office.trim() === '' ? (
          <span className={styles.quiet}>{t('officeBlank')}</span>
        ) : (
          <Fact label={t('office')} value={notice.office} />
        )}
        {filled(notice.documentNumber) && (
          <Fact label={t('field.notice.documentNumber')} value={notice.documentNumber} />
        )}
        {filled(notice.caseNumber) && <Fact label={t('field.notice.caseNumber')} value={notice.caseNumber} />}
      </div>
    </header>
  )
}

/** A value that a click copies, and says so. */
function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  const { t } = useTranslation('case')
  const announce = useAnnounce()
  const [copied, setCopied] = useState(false)
  const name = t('copyValue', { label, value })
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 1500)
    return () => clearTimeout(timer)
  }, [copied])
  return (
    <button
      type="button"
      className={styles.fact}
      aria-label={name}
      title={name}
      onClick={async () => {
        if (!(await copyText(value))) return
        setCopied(true)
        announce(t('copiedValue', { label, value }))
      }}
    >
      <span>{value}</span>
      {copied ? <CheckOutlined aria-hidden /> : <CopyOutlined aria-hidden />}
    </button>
  )
}

function filled(text: string | undefined): text is string {
  return (text ?? '').trim() !== ''
}
