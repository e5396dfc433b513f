import { Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './holders.module.css'
import type { ReplaceQuestion } from './use-replace-paper.ts'

/** Asks in which open cases a new paper takes the place of the old one; all are chosen at first. */
export function ReplaceDialog({ question }: { readonly question: ReplaceQuestion }) {
  const { t } = useTranslation('library')
  const { cases, answer, busy } = question
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = cases.map(({ id }) => id).filter((id) => !left.has(id))
  const turn = (id: string) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  return (
    <Modal
      open
      title={t('replaceTitle')}
      closable={false}
      mask={{ closable: false }}
      onCancel={() => answer([])}
      footer={
        <>
          <Button disabled={busy} onClick={() => answer([])}>
            {t('replaceNone')}
          </Button>
          <Button
            type="primary"
            autoFocus
            disabled={chosen.length === 0}
            loading={busy}
            onClick={() => answer(chosen)}
          >
            {t('replaceOk', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t('replaceText')}</p>
        <ul className={styles.caseList}>
          {cases.map((one) => (
            <li key={one.id}>
              <Checkbox checked={!left.has(one.id)} onChange={() => turn(one.id)}>
                {[one.caseCode, one.brand, one.office].filter((text) => text.trim() !== '').join(' · ')}
              </Checkbox>
            </li>
          ))}
        </ul>
      </div>
    </Modal>
  )
}
