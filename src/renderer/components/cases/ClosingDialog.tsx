import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ClosingTask } from '../../../shared/domain/case-stage.ts'
import { type Waiver, withRestWaived } from '../../../shared/domain/closing.ts'
import { localDate } from '../../i18n/formats.ts'
import { useServices } from '../../services.ts'
import { ErrorNotice } from '../ErrorNotice.tsx'
import { useWork } from '../use-work.ts'

/** A case that is to be closed and has something open. */
export interface UnfinishedCase {
  readonly id: string
  readonly name: string
  readonly open: readonly ClosingTask[]
}

interface ClosingDialogProps {
  readonly cases: readonly UnfinishedCase[]
  /** Closes them, once nothing is open; whoever opens them again takes the waiver back. */
  readonly onClosed: (waiver: Waiver) => void
  readonly onCancel: () => void
}

const most = 20

/** Says what is left before cases may be closed: it is dealt with first, or all of it is waived here. */
export function ClosingDialog({ cases, onClosed, onCancel }: ClosingDialogProps) {
  const { t } = useTranslation('cases')
  const { t: tCase } = useTranslation('case')
  const { session, now } = useServices()
  const work = useWork()
  const waive = () =>
    void work.run(async () => {
      const waiver = { on: localDate(now()), reason: t('waivedReason') }
      for (const { id } of cases) {
        await session
          .register()
          .cases.edit(id, (draft) => withRestWaived(draft, waiver), { kind: 'case.edit' })
      }
      onClosed(waiver)
    })
  return (
    <Modal
      open
      title={t('closingTitle', { count: cases.length })}
      onCancel={onCancel}
      footer={
        <>
          <Button onClick={onCancel}>{t('cancel')}</Button>
          <Button type="primary" loading={work.busy} onClick={waive}>
            {t('closingWaive')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t('closingText')}</p>
        <ul>
          {cases.slice(0, most).map(({ id, name, open }) => (
            <li key={id}>
              {t('closingLine', {
                name,
                tasks: open.map((task) => tCase(`closing.${task}`)).join(t('closingSeparator')),
              })}
            </li>
          ))}
          {cases.length > most && <li>{t('closingMore', { count: cases.length - most })}</li>}
        </ul>
        {work.error !== undefined && <ErrorNotice error={work.error} />}
      </div>
    </Modal>
  )
}
