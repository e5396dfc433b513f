import { Button } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuickLook } from '../../../engine/jobs.ts'
import { instantFacts } from '../../../shared/messages/verdicts.ts'
import { elideMiddle, useFormats } from '../../i18n/formats.ts'
import { Fingerprint } from './Fingerprint.tsx'
import { RemoveButton } from './RemoveButton.tsx'
import type { ResultProps } from './result-props.ts'
import styles from './verify.module.css'

const mostNames = 5
const mostFiles = 500

/**
 * What a quick look showed: facts in words of their own, under a banner that says what was not done. It has neither the
 * sentences nor the pictures of a verdict.
 */
export function LookCard({ entry, desk, trust, look }: ResultProps & { readonly look: QuickLook }) {
  const { t } = useTranslation('verify')
  const formats = useFormats()
  const id = useId()
  const names = (paths: readonly string[]) => {
    const shown = paths.slice(0, mostNames).join(t('look.comma'))
    return paths.length > mostNames ? t('look.names', { names: shown, count: paths.length }) : shown
  }
  return (
    <article className={styles.look} aria-labelledby={id} data-state="looked">
      <p className={styles.lookBanner}>{t('look.banner')}</p>
      <header className={styles.cardHead}>
        <h2 id={id} title={entry.name} data-own-words>
          {elideMiddle(entry.name, 60)}
        </h2>
        <Button
          type="primary"
          aria-label={t('result.fullOf', { name: entry.name })}
          onClick={() => desk.again(entry.id, 'full', trust.signers)}
        >
          {t('result.full')}
        </Button>
        <RemoveButton entry={entry} desk={desk} />
      </header>
      <p className="quiet">{t('look.text')}</p>
      <p className={styles.cardFacts}>
        {t('result.size', {
          kind: t(`look.kind.${look.kind}`),
          files: t('result.files', { count: look.kind === 'pdf' ? 1 : look.files.length }),
          size: formats.size(look.bytes),
        })}
      </p>
      <dl className="facts">
        <Fact term={t('look.claimed')}>
          {look.claimed ? (
            <>
              <div data-own-words>{look.claimed.name}</div>
              <Fingerprint hex={look.claimed.certificateSha256} />
            </>
          ) : (
            t('look.claimedNone')
          )}
        </Fact>
        {look.claimed?.signingTime && (
          <Fact term={t('look.claimedTime')}>{t('look.time', instantFacts(look.claimed.signingTime))}</Fact>
        )}
        {look.list !== 'none' && <Fact term={t('look.list')}>{t(`look.list.${look.list}`)}</Fact>}
        {look.changedLists.length > 0 && (
          <Fact term={t('look.changedLists')} own>
            {names(look.changedLists)}
          </Fact>
        )}
        {look.missing.length > 0 && (
          <Fact term={t('look.missing')} own>
            {names(look.missing)}
          </Fact>
        )}
        {look.unlisted.length > 0 && (
          <Fact term={t('look.unlisted')} own>
            {names(look.unlisted)}
          </Fact>
        )}
        {(look.oddities > 0 || look.draft) && (
          <Fact term={t('look.oddities')}>
            {look.oddities > 0 && <div>{t('look.odditiesValue', { count: look.oddities })}</div>}
            {look.draft && <div>{t('look.draft')}</div>}
          </Fact>
        )}
      </dl>
      {look.files.length > 0 && (
        <details className={styles.details}>
          <summary>{t('look.files', { count: look.files.length })}</summary>
          <ul className={styles.fileNames} data-own-words>
            {look.files.slice(0, mostFiles).map(({ path, bytes }) => (
              <li key={path}>
                <span>{path}</span>
                <span className="quiet">{formats.size(bytes)}</span>
              </li>
            ))}
            {look.files.length > mostFiles && <li aria-hidden="true">…</li>}
          </ul>
        </details>
      )}
    </article>
  )
}

interface FactProps {
  readonly term: string
  /** The words are those of the material. */
  readonly own?: boolean
  readonly children: ReactNode
}

function Fact({ term, own = false, children }: FactProps) {
  return (
    <>
      <dt>{term}</dt>
      <dd {...(own ? { 'data-own-words': true } : {})}>{children}</dd>
    </>
  )
}
