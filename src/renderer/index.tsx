import './app/start-zod.ts'
import { createRoot } from 'react-dom/client'
import { version } from '../../package.json'
import checklist from '../../resources/law/checklist.json'
import countries from '../../resources/law/countries.json'
import criminal from '../../resources/law/criminal.json'
import deadlines from '../../resources/law/deadlines.json'
import holidays from '../../resources/law/holidays.json'
import wording from '../../resources/law/wording.json'
import limits from '../../resources/limits.json'
import { boardFactsOf, boardFactsVersion } from '../shared/domain/board-facts.ts'
import { caseReport } from '../shared/domain/case-report.ts'
import { recordOfDraft } from '../shared/domain/case-draft.ts'
import { BundleLimits } from '../shared/domain/limits.ts'
import { readLawBook } from '../shared/law/law-book.ts'
import { App } from './app/App.tsx'
import { openLawStore } from './app/law-store.ts'
import { openPreferences } from './app/preferences.ts'
import { StartFailed } from './app/StartFailed.tsx'
import { createEngine } from './engine-host/engine-client.ts'
import { createJobQueue } from './engine-host/job-queue.ts'
import { localDate } from './i18n/formats.ts'
import { startWords } from './i18n/i18n.ts'
import { choosePlatform } from './platform/choose-platform.ts'
import { missingFeatures } from './platform/needed-features.ts'
import { openSession } from './register/open-session.ts'
import { openSample } from './sample/open-sample.ts'
import type { Services } from './services.ts'
import './style/index.css'

const element = document.getElementById('root')
if (!element) throw new Error('no root in the page')
const root = createRoot(element)
const missing = missingFeatures()
try {
  if (missing.length > 0) throw new Error('this browser lacks what the window needs')
  const preferences = openPreferences(localStorage)
  await startWords(preferences.get().language)
  root.render(<App services={makeServices()} preferences={preferences} nonce={nonceOfPage()} />)
} catch (error) {
  root.render(<StartFailed error={error} missing={missing} version={version} />)
}

function makeServices(): Services {
  const now = () => new Date()
  const newId = () => crypto.randomUUID()
  const platform = choosePlatform(version, now)
  const lawStore = openLawStore(
    readLawBook({ criminal, deadlines, holidays, checklist, countries, wording }),
    localStorage,
  )
  const bundleLimits = BundleLimits.parse(limits)
  const engine = createEngine(bundleLimits)
  const session = openSession({
    useVault: (access, why) => engine.useVault(access, why),
    fillMemory: async (memory) => {
      await openSample(memory, { engine, newId, maxItems: bundleLimits.maxItems })
    },
    now,
    newId,
    board: {
      get ruleset() {
        return `${lawStore.edition()}~${boardFactsVersion}`
      },
      judge: (draft, here) => {
        const record = recordOfDraft(draft, () => [])
        const [law, today] = [lawStore.get(), localDate(now())]
        return boardFactsOf(record, law, today, caseReport(record, law, today, here))
      },
    },
  })
  return {
    session,
    engine,
    platform,
    jobs: createJobQueue({ newId }),
    law: lawStore.get(),
    lawStore,
    limits: bundleLimits,
    version,
    now,
    newId,
  }
}

/** The nonce under which antd may add style elements; the server writes a new one into every answer. */
function nonceOfPage(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}
