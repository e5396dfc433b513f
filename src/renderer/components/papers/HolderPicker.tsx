import { Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useNotify } from '../../app/notify.ts'
import { nameOfHolder } from '../../../shared/domain/holder-profile.ts'
import { isCurrent } from '../../../shared/domain/standing-paper.ts'
import { localDate } from '../../i18n/formats.ts'
import { useServices } from '../../services.ts'
import { ErrorNotice } from '../ErrorNotice.tsx'
import { useWork } from '../use-work.ts'
import { leftOutWords } from './left-out-words.ts'
import { takeHolder, undoIfLast } from './library-actions.ts'
import styles from './papers.module.css'
import { useLibrary } from './use-library.ts'

interface HolderPickerProps {
  readonly caseId: string
  /** Done first: what was typed must be stored. */
  readonly before: () => Promise<unknown>
  readonly onClose: () => void
}

/** Lets the person choose a right holder of the library; fills it into the case with its rights and valid papers. */
export function HolderPicker({ caseId, before, onClose }: HolderPickerProps) {
  const { t } = useTranslation('library')
  const services = useServices()
  const [, go] = useLocation()
  const notify = useNotify()
  const work = useWork()
  const library = useLibrary()
  const [chosen, setChosen] = useState<string>()
  const collator = new Intl.Collator('zh-CN')
  const holders = (library?.holders ?? [])
    .filter((holder) => !holder.isDamaged && nameOfHolder(holder) !== '')
    .toSorted((a, b) => collator.compare(nameOfHolder(a), nameOfHolder(b)))
  // The only one is chosen already.
  const holder = holders.length === 1 ? holders[0] : holders.find(({ id }) => id === chosen)
  const take = () =>
    void work.run(async () => {
      if (!holder) return
      await before()
      const register = services.session.register()
      const today = localDate(services.now())
      const { attached, leftOut } = await takeHolder({ ...services, register, today }, caseId, holder)
      onClose()
      const name = nameOfHolder(holder)
      notify({
        text: [
          attached > 0 ? t('holderTaken', { name, count: attached }) : t('holderTakenNone', { name }),
          ...leftOutWords(t, leftOut),
        ].join('\n'),
        kind: leftOut.length > 0 ? 'warning' : 'done',
        action: {
          label: t('undo'),
          run: () => undoIfLast(register, caseId, 'holder.add').catch(notify.failure),
        },
      })
    })
  const none = library !== undefined && holders.length === 0
  return (
    <Modal
      open
      title={t('pickHolder')}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          {none ? (
            <Button type="primary" onClick={() => go('/holders')}>
              {t('openLibrary')}
            </Button>
          ) : (
            <Button type="primary" disabled={!holder} loading={work.busy} onClick={take}>
              {t('pickHolderOk')}
            </Button>
          )}
        </>
      }
    >
      <div className="stack">
        {none ? <p>{t('pickHolderNone')}</p> : <p className="quiet">{t('pickHolderText')}</p>}
        <Radio.Group
          className={styles.list ?? ''}
          aria-label={t('table')}
          value={holder?.id}
          onChange={(event) => setChosen(event.target.value as string)}
        >
          {holders.map((one) => {
            const papers =
              library?.papers.filter((paper) => paper.holderId === one.id && isCurrent(paper)) ?? []
            return (
              <Radio key={one.id} value={one.id} className={styles.choice ?? ''}>
                {nameOfHolder(one)}
                <span className={styles.choiceFacts}>
                  {one.brands.length > 0 && <span>{one.brands.join(t('comma'))}</span>}
                  <span>{t('paperCount', { count: papers.length })}</span>
                </span>
              </Radio>
            )
          })}
        </Radio.Group>
        {work.error !== undefined && <ErrorNotice error={work.error} />}
      </div>
    </Modal>
  )
}
