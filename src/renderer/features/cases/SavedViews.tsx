import { StarOutlined } from '@ant-design/icons'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotify } from '../../app/notify.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { FormField } from '../../components/FormField.tsx'
import { MenuButton } from '../../components/MenuButton.tsx'
import { useWork } from '../../components/use-work.ts'
import type { SavedView } from '../../register/saved-view.ts'
import { useLive } from '../../register/use-live.ts'
import { useServices } from '../../services.ts'
import styles from './cases.module.css'

type Shown = Omit<SavedView, 'id' | 'name'>

interface SavedViewsProps {
  readonly shown: Shown
  readonly readOnly: boolean
  readonly onShow: (view: Shown) => void
}

/** Views of one's own: what is shown now is kept under a name and shown again; sealed as everything else. */
export function SavedViews({ shown, readOnly, onShow }: SavedViewsProps) {
  const { t } = useTranslation('cases')
  const [dialog, setDialog] = useState<'save' | 'remove'>()
  const stored = useLive(({ views }) => views.all(), [])
  const views = [...(stored ?? [])].sort((a, b) => a.name.localeCompare(b.name))
  if (readOnly && views.length === 0) return null
  return (
    <>
      <MenuButton
        icon={<StarOutlined aria-hidden />}
        aria-label={t('savedViews')}
        menu={{
          items: [
            ...views.map((view) => ({ key: view.id, label: view.name, onClick: () => onShow(view) })),
            ...(readOnly
              ? []
              : [
                  ...(views.length > 0 ? [{ type: 'divider' as const }] : []),
                  { key: 'save', label: t('saveView'), onClick: () => setDialog('save') },
                ]),
            ...(readOnly || views.length === 0
              ? []
              : [{ key: 'remove', label: t('removeViews'), onClick: () => setDialog('remove') }]),
          ],
        }}
      >
        <span className={styles.word}>{t('savedViews')}</span>
      </MenuButton>
      {dialog === 'save' && (
        <SaveViewDialog shown={shown} names={views} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'remove' && <RemoveViewsDialog views={views} onClose={() => setDialog(undefined)} />}
    </>
  )
}

interface SaveViewProps {
  readonly shown: Shown
  readonly names: readonly SavedView[]
  readonly onClose: () => void
}

function SaveViewDialog({ shown, names, onClose }: SaveViewProps) {
  const { t } = useTranslation('cases')
  const { session, newId } = useServices()
  const notify = useNotify()
  const work = useWork()
  const [name, setName] = useState('')
  const typed = name.trim()
  const save = () =>
    void work.run(async () => {
      const { views } = session.register()
      const same = names.find((view) => view.name === typed)
      const { view, filter, query } = shown
      if (same) await views.edit(same.id, (before) => ({ ...before, view, filter, query }))
      else await views.add({ id: newId(), name: typed, view, filter, query })
      notify({ text: t('viewSaved', { name: typed }), kind: 'done' })
      onClose()
    })
  return (
    <Modal
      open
      title={t('saveViewTitle')}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" disabled={typed === ''} loading={work.busy} onClick={save}>
            {t('saveViewOk')}
          </Button>
        </>
      }
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (typed !== '') save()
        }}
      >
        <FormField label={t('viewName')} help={t('saveViewHelp')}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </FormField>
        {work.error !== undefined && <ErrorNotice error={work.error} />}
      </form>
    </Modal>
  )
}

interface RemoveViewsProps {
  readonly views: readonly SavedView[]
  readonly onClose: () => void
}

function RemoveViewsDialog({ views, onClose }: RemoveViewsProps) {
  const { t } = useTranslation('cases')
  const { session } = useServices()
  const notify = useNotify()
  const remove = async (view: SavedView) => {
    try {
      const register = session.register()
      await register.views.remove(view.id)
      notify({
        text: t('viewRemoved', { name: view.name }),
        kind: 'info',
        action: { label: t('undo'), run: () => register.views.add(view).catch(notify.failure) },
      })
    } catch (error) {
      notify.failure(error)
    }
  }
  return (
    <Modal
      open
      title={t('removeViews')}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t('done')}</Button>}
    >
      <ul className={styles.viewList}>
        {views.map((view) => (
          <li key={view.id}>
            <span>{view.name}</span>
            <Button
              size="small"
              aria-label={t('removeView', { name: view.name })}
              onClick={() => void remove(view)}
            >
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
