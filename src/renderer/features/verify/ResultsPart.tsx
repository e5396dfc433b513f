import { Button } from 'antd'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../../shared/contract/failure.ts'
import { explainFailure } from '../../../shared/messages/explain.ts'
import { useAnnounce } from '../../app/announce.ts'
import { useLanguage } from '../../i18n/language.ts'
import type { GatheredFiles } from '../../platform/platform.ts'
import { useServices } from '../../services.ts'
import { ResultCard } from './ResultCard.tsx'
import { subjectsOf } from './subjects.ts'
import type { Trust } from './use-trust.ts'
import { type DeskEntry, type Depth, verifyDesk } from './verify-desk.ts'
import { VerifyDrop } from './VerifyDrop.tsx'
import styles from './verify.module.css'

/** Where material is put in, and what came of it, the newest first. */
export function ResultsPart({ trust }: { readonly trust: Trust }) {
  const { t } = useTranslation('verify')
  const services = useServices()
  const announce = useAnnounce()
  const desk = verifyDesk(services)
  const entries = useSyncExternalStore(desk.subscribe, desk.entries)
  useVerdictVoice(entries)
  const put = (files: GatheredFiles, depth: Depth) => {
    const subjects = subjectsOf(files, t('part.results'))
    // Nothing was chosen: nothing needs to be said.
    if (subjects.length === 0) return
    announce(t('result.added', { count: subjects.length }))
    desk.add(subjects, depth, trust.signers)
  }
  return (
    <VerifyDrop onFiles={put} compact={entries.length > 0}>
      {entries.length > 0 && (
        <section className={styles.results} aria-label={t('results')}>
          {entries.map((entry) => (
            <ResultCard key={entry.id} entry={entry} desk={desk} trust={trust} />
          ))}
          {entries.length > 1 && (
            <Button type="text" onClick={() => desk.remove(entries.map(({ id }) => id))}>
              {t('result.clear')}
            </Button>
          )}
        </section>
      )}
    </VerifyDrop>
  )
}

/** Says once how each verification ended. */
function useVerdictVoice(entries: readonly DeskEntry[]): void {
  const { t } = useTranslation('verify')
  const language = useLanguage()
  const announce = useAnnounce()
  const heard = useRef<WeakSet<object>>(new WeakSet(entries.map(({ state }) => state)))
  useEffect(() => {
    for (const { name, state } of entries) {
      if (heard.current.has(state)) continue
      heard.current.add(state)
      if (state.kind === 'verified')
        announce(t('result.done', { name, sentence: t(`integrity.${state.report.integrity}`) }))
      if (state.kind === 'looked') announce(t('look.done', { name }))
      if (state.kind === 'failed' && state.error instanceof Failure)
        announce(t('result.failed', { name, sentence: explainFailure(state.error, language) }))
    }
  }, [announce, entries, language, t])
}
