import { Failure } from '../../shared/contract/failure.ts'
import { explainFailure } from '../../shared/messages/explain.ts'
import { windowWords } from '../../shared/messages/window.ts'
import type { NeededFeature } from '../platform/needed-features.ts'
import { copyText } from './clipboard.ts'
import { errorDetails } from './error-details.ts'

interface StartFailedProps {
  readonly error: unknown
  /** What this browser lacks; nothing when something else went wrong. */
  readonly missing: readonly NeededFeature[]
  readonly version: string
}

/** What is shown when nothing else can be: in both languages, without anything that may itself have failed. */
export function StartFailed({ error, missing, version }: StartFailedProps) {
  const details = () =>
    void copyText(errorDetails(error, { version, runtime: { browser: navigator.userAgent } }, new Date()))
  return (
    <main className="lock-screen">
      <div className="lock-card lock-card-wide">
        {(['zh', 'en'] as const).map((language) => {
          const words = windowWords[language].frame
          return (
            <section key={language} lang={language === 'zh' ? 'zh-CN' : 'en'} className="start-failed">
              <h1>{missing.length > 0 ? words.browserTooOldTitle : words.startFailedTitle}</h1>
              <p>
                {missing.length > 0
                  ? words.browserTooOldText
                  : error instanceof Failure
                    ? explainFailure(error, language)
                    : words.startFailedText}
              </p>
              {missing.length > 0 && <p className="quiet mono">{missing.join(', ')}</p>}
              <div className="row">
                <button type="button" onClick={() => location.reload()}>
                  {words.reload}
                </button>
                <button type="button" onClick={details}>
                  {words.copyDetails}
                </button>
              </div>
            </section>
          )
        })}
      </div>
    </main>
  )
}
