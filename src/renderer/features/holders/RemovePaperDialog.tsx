import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StandingPaper } from '../../../shared/domain/standing-paper.ts'
import { useNotify } from '../../app/notify.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { useWork } from '../../components/use-work.ts'
import { useServices } from '../../services.ts'

interface RemovePaperDialogProps {
  readonly paper: StandingPaper
  readonly onClose: () => void
}

/** Asks before a standing paper is removed: there is no way back. */
export function RemovePaperDialog({ paper, onClose }: RemovePaperDialogProps) {
  const { t } = useTranslation('library')
  const { session } = useServices()
  const notify = useNotify()
  const work = useWork()
  const name = paper.name || t('newPaper')
  const remove = () =>
    void work.run(async () => {
      await session.register().papers.remove([paper.id])
      onClose()
      notify({ text: t('removedDone', { name }), kind: 'done' })
    })
  return (
    <Modal
      open
      title={t('removeTitle', { name })}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button danger type="primary" loading={work.busy} onClick={remove}>
            {t('removeNow')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t('removeText')}</p>
        {work.error !== undefined && <ErrorNotice error={work.error} />}
      </div>
    </Modal>
  )
}
