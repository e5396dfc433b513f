import { CheckOutlined, CloseOutlined, QuestionOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import styles from './identities.module.css'

/** What a self-made certificate proves, what it does only together with paper, and what it never does. */
export function WhatItProves({ level }: { readonly level: 3 | 4 }) {
  const { t } = useTranslation('identity')
  const Heading = `h${level}` as const
  return (
    <div className={styles.means}>
      <Heading>{t('meansTitle')}</Heading>
      <ul>
        <li>
          <CheckOutlined aria-hidden />
          <span>{t('proves')}</span>
        </li>
        <li>
          <QuestionOutlined aria-hidden />
          <span>{t('provesName')}</span>
        </li>
        <li>
          <CloseOutlined aria-hidden />
          <span>{t('provesNot')}</span>
        </li>
      </ul>
      <p className="quiet">{t('authority')}</p>
    </div>
  )
}
