import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { ResultsPart } from './ResultsPart.tsx'
import { SignersPart } from './SignersPart.tsx'
import { useTrust } from './use-trust.ts'
import styles from './verify.module.css'

const parts = ['results', 'signers'] as const

/** Verifies what somebody received; beside it, whom this register trusts. */
export function VerifyPage({ part }: { readonly part: string | undefined }) {
  const { t } = useTranslation('verify')
  const trust = useTrust()
  const shown = part === 'signers' ? 'signers' : 'results'
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('title')}</h1>
        <nav aria-label={t('parts')}>
          <ul className={styles.parts}>
            {parts.map((name) => (
              <li key={name}>
                <Link
                  href={name === 'results' ? '/verify' : `/verify/${name}`}
                  className={styles.partLink}
                  aria-current={name === shown ? 'page' : undefined}
                >
                  {t(`part.${name}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {trust && (shown === 'signers' ? <SignersPart trust={trust} /> : <ResultsPart trust={trust} />)}
    </div>
  )
}
