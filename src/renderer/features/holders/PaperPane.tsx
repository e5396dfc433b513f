import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isCurrent, paperWarnings, type StandingPaper } from '../../../shared/domain/standing-paper.ts'
import { useNotify } from '../../app/notify.ts'
import { sourceOfPaper } from '../../components/papers/content-source.ts'
import { PaperWarnings } from '../../components/papers/PaperWarnings.tsx'
import { soonDays } from '../../components/papers/soon-days.ts'
import { Preview } from '../../components/preview/Preview.tsx'
import { useAsTyped } from '../../components/use-as-typed.ts'
import { useFormats } from '../../i18n/formats.ts'
import { useToday } from '../../i18n/use-today.ts'
import type { LibraryPaper } from '../../register/library-records.ts'
import { useServices } from '../../services.ts'
import styles from './holders.module.css'
import { PaperForm } from './PaperForm.tsx'
import { RemovePaperDialog } from './RemovePaperDialog.tsx'

interface PaperPaneProps {
  readonly paper: LibraryPaper
  readonly readOnly: boolean
  /** Asks for the file that takes its place. */
  readonly onReplace: () => void
  /** It is being replaced. */
  readonly replacing: boolean
}

/** One standing paper: what can be done with it, its details as a form, its scan. */
export function PaperPane({ paper: stored, readOnly, onReplace, replacing }: PaperPaneProps) {
  const { t } = useTranslation('library')
  const { session } = useServices()
  const formats = useFormats()
  const notify = useNotify()
  const today = useToday()
  const [removing, setRemoving] = useState(false)
  const [rotation, setRotation] = useState<0 | 90 | 180 | 270>(0)
  const [paper, change] = useAsTyped<StandingPaper>(stored, {
    write: (edit) => session.register().papers.edit(stored.id, edit),
    read: () => session.register().papers.get(stored.id),
  })
  const { contentId, original } = stored
  const source = useMemo(
    () => sourceOfPaper({ contentId, original, name: stored.name }, () => session.register().contents),
    [session, contentId, original, stored.name],
  )
  const name = paper.name || t('newPaper')
  const archive = () => {
    change((before) => ({ ...before, archived: true }))
    notify({
      text: t('archivedDone', { name }),
      action: { label: t('undo'), run: () => change((before) => ({ ...before, archived: false })) },
    })
  }
  const giveBack = () => {
    const { lentTo, lentOn } = paper
    change((before) => ({ ...before, lentTo: '', lentOn: '' }))
    notify({
      text: t('returnedDone', { name }),
      action: { label: t('undo'), run: () => change((before) => ({ ...before, lentTo, lentOn })) },
    })
  }
  if (stored.isDamaged) {
    return (
      <section className={styles.pane} aria-label={t('damaged')}>
        <p>{t('damagedText')}</p>
        {!readOnly && (
          <div>
            <Button danger onClick={() => setRemoving(true)}>
              {t('remove')}
            </Button>
          </div>
        )}
        {removing && <RemovePaperDialog paper={stored} onClose={() => setRemoving(false)} />}
      </section>
    )
  }
  return (
    <section className={styles.pane} aria-label={t('paper', { name })}>
      <div className={styles.paneHead}>
        <h3>{name}</h3>
        {!readOnly && (
          <>
            {isCurrent(stored) && (
              <Button loading={replacing} onClick={onReplace}>
                {t('replace')}
              </Button>
            )}
            {paper.lentTo !== '' && <Button onClick={giveBack}>{t('returned')}</Button>}
            {stored.replacedBy === undefined &&
              (stored.archived ? (
                <Button onClick={() => change((before) => ({ ...before, archived: false }))}>
                  {t('unarchive')}
                </Button>
              ) : (
                <Button onClick={archive}>{t('archive')}</Button>
              ))}
            <Button danger onClick={() => setRemoving(true)}>
              {t('remove')}
            </Button>
          </>
        )}
      </div>
      <PaperWarnings warnings={paperWarnings(paper, { submission: today }, soonDays)} />
      <div className={styles.paneBody}>
        <PaperForm paper={paper} onChange={change} readOnly={readOnly} today={today} />
        <div className={styles.scan}>
          {source && original ? (
            <>
              <p className="quiet">
                {t('scanFacts', { name: original.path, size: formats.size(original.bytes) })}
              </p>
              <div className={styles.preview}>
                <Preview source={source} rotation={rotation} onRotate={setRotation} />
              </div>
            </>
          ) : (
            <p className="quiet">{t('noScan')}</p>
          )}
        </div>
      </div>
      {removing && <RemovePaperDialog paper={stored} onClose={() => setRemoving(false)} />}
    </section>
  )
}
