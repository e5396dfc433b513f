import { ArrowLeftOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { nameOfHolder } from '../../../shared/domain/holder-profile.ts'
import { usePageCommand } from '../../app/commands.ts'
import { useNotify } from '../../app/notify.ts'
import { ConfirmTyped } from '../../components/ConfirmTyped.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { useLibrary } from '../../components/papers/use-library.ts'
import { useAsTyped } from '../../components/use-as-typed.ts'
import type { LibraryPaper, StoredHolder } from '../../register/library-records.ts'
import { useSession } from '../../register/use-session.ts'
import { useServices } from '../../services.ts'
import styles from './holders.module.css'
import { PapersDrop } from './PapersDrop.tsx'
import { PapersSection } from './PapersSection.tsx'
import { ProfileForm } from './ProfileForm.tsx'
import { useAddPapers } from './use-add-papers.ts'

/** One right holder of the library: the standing papers, and the profile. Esc goes back to the list. */
export function HolderPage({ holderId }: { readonly holderId: string }) {
  const { t } = useTranslation('library')
  const [, go] = useLocation()
  const library = useLibrary()
  usePageCommand({
    id: 'holders.back',
    label: t('backToList'),
    shortcut: 'Escape',
    run: () => go('/holders'),
  })
  if (!library) return <p className={`page ${styles.quiet}`}>{t('loading')}</p>
  const holder = library.holders.find(({ id }) => id === holderId)
  const back = (
    <Button type="primary" onClick={() => go('/holders')}>
      {t('backToList')}
    </Button>
  )
  if (!holder) return <EmptyState level={1} title={t('goneTitle')} text={t('goneText')} actions={back} />
  const papers = library.papers.filter((paper) => paper.holderId === holderId)
  return <Loaded key={holderId} holder={holder} papers={papers} />
}

function Loaded({
  holder: stored,
  papers,
}: {
  readonly holder: StoredHolder
  readonly papers: readonly LibraryPaper[]
}) {
  const { t } = useTranslation('library')
  const { session } = useServices()
  const notify = useNotify()
  const [, go] = useLocation()
  const state = useSession()
  const [removing, setRemoving] = useState(false)
  const readOnly = state.kind === 'open' && state.readOnly
  const [holder, change] = useAsTyped<StoredHolder>(stored, {
    write: (edit) => session.register().holders.edit(stored.id, edit),
    read: () => session.register().holders.get(stored.id),
  })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const { addFiles, addBlank } = useAddPapers(holder, (id) => setSelected(new Set([id])))
  const name = nameOfHolder(holder) || t('unnamed')
  const remove = async () => {
    try {
      await session.register().holders.remove(stored.id)
      go('/holders')
      notify({ text: t('removedHolder', { name }), kind: 'done' })
    } catch (error) {
      notify.failure(error)
    }
  }
  return (
    <PapersDrop readOnly={readOnly || stored.isDamaged === true} onFiles={addFiles}>
      <div className={styles.holderPage}>
        <div className={styles.head}>
          <Button
            type="text"
            icon={<ArrowLeftOutlined aria-hidden />}
            aria-label={t('backToList')}
            title={t('backToList')}
            onClick={() => go('/holders')}
          />
          <h1>{name}</h1>
          {stored.isDamaged && <Tag color="error">{t('damaged')}</Tag>}
          <Button danger disabled={readOnly} onClick={() => setRemoving(true)}>
            {t('removeHolder')}
          </Button>
        </div>
        {readOnly && <p className="quiet">{t('readOnly')}</p>}
        {stored.isDamaged ? (
          <p>{t('damagedText')}</p>
        ) : (
          <div className={styles.columns}>
            <PapersSection
              papers={papers}
              selected={selected}
              onSelect={setSelected}
              addFiles={addFiles}
              addBlank={addBlank}
              readOnly={readOnly}
            />
            <ProfileForm holder={holder} onChange={change} readOnly={readOnly} />
          </div>
        )}
        {removing && (
          <ConfirmTyped
            title={t('removeHolderTitle', { name })}
            onConfirm={() => void remove()}
            onCancel={() => setRemoving(false)}
          >
            <p>{t('removeHolderText', { count: papers.length })}</p>
          </ConfirmTyped>
        )}
      </div>
    </PapersDrop>
  )
}
