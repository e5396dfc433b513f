import { useContext, type ReactNode } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { CommandContext, recordNoticeCommand } from './app/commands.ts'
import { Frame } from './app/Frame.tsx'
import { PageNotFound } from './app/PageNotFound.tsx'
import { usePreferences } from './app/preferences.ts'
import { useSession } from './register/use-session.ts'
import { BundlePage } from './features/bundle/BundlePage.tsx'
import { useCaseWork } from './features/case/case-context.ts'
import { CaseFrame } from './features/case/CaseFrame.tsx'
import { ChecklistPage } from './features/case/checklist/ChecklistPage.tsx'
import { DatesPage } from './features/case/DatesPage.tsx'
import { FindingsPanel } from './features/case/FindingsPanel.tsx'
import { LogPage } from './features/case/LogPage.tsx'
import { Overview } from './features/case/Overview.tsx'
import { BundlePart } from './features/case/parts/BundlePart.tsx'
import { CasesPage } from './features/cases/CasesPage.tsx'
import { EvidencePage } from './features/evidence/EvidencePage.tsx'
import { FiguresPage } from './features/figures/FiguresPage.tsx'
import { HolderPage } from './features/holders/HolderPage.tsx'
import { HoldersPage } from './features/holders/HoldersPage.tsx'
import { IdentitiesSection } from './features/identities/IdentitiesSection.tsx'
import { SettingsPage } from './features/settings/SettingsPage.tsx'
import { HandedOver } from './features/verify/HandedOver.tsx'
import { VerifyPage } from './features/verify/VerifyPage.tsx'
import { VaultBanner } from './features/vault/VaultBanner.tsx'
import { VaultGate } from './features/vault/VaultGate.tsx'
import { WelcomePage } from './features/welcome/WelcomePage.tsx'
import { useServices } from './services.ts'

/** The screens of the window and their addresses. Only ids stand in addresses, never names. */
export function Screens() {
  return (
    <VaultGate>
      <HandedOver />
      <FirstRun>
        <Frame banner={<VaultBanner />}>
          <Switch>
            <Route path="/">
              <Redirect to="/cases" replace />
            </Route>
            <Route path="/cases">
              <CasesPage />
            </Route>
            <Route path="/cases/:caseId">
              {({ caseId }) => <Redirect to={`/cases/${caseId}/overview`} replace />}
            </Route>
            <Route path="/cases/:caseId/overview">
              {({ caseId }) => (
                <CaseFrame key={caseId} caseId={caseId}>
                  <Overview />
                </CaseFrame>
              )}
            </Route>
            <Route path="/cases/:caseId/evidence">
              {({ caseId }) => (
                <CaseFrame key={caseId} caseId={caseId}>
                  <EvidencePage caseId={caseId} />
                </CaseFrame>
              )}
            </Route>
            <Route path="/cases/:caseId/checklist">
              {({ caseId }) => (
                <CaseFrame key={caseId} caseId={caseId}>
                  <ChecklistPage />
                </CaseFrame>
              )}
            </Route>
            <Route path="/cases/:caseId/dates">
              {({ caseId }) => (
                <CaseFrame key={caseId} caseId={caseId}>
                  <DatesPage />
                </CaseFrame>
              )}
            </Route>
            <Route path="/cases/:caseId/log">
              {({ caseId }) => (
                <CaseFrame key={caseId} caseId={caseId}>
                  <LogPage />
                </CaseFrame>
              )}
            </Route>
            <Route path="/cases/:caseId/bundle">
              {({ caseId }) => (
                <CaseFrame key={caseId} caseId={caseId}>
                  <BundleOfCase caseId={caseId} />
                </CaseFrame>
              )}
            </Route>
            <Route path="/holders">
              <HoldersPage />
            </Route>
            <Route path="/holders/:holderId">
              {({ holderId }) => <HolderPage key={holderId} holderId={holderId} />}
            </Route>
            <Route path="/figures">
              <FiguresPage />
            </Route>
            <Route path="/settings/:section?">
              {({ section }) => <SettingsPage section={section} identities={<IdentitiesSection />} />}
            </Route>
            <Route path="/verify/:part?">{({ part }) => <VerifyPage part={part} />}</Route>
            <Route>
              <PageNotFound />
            </Route>
          </Switch>
        </Frame>
      </FirstRun>
    </VaultGate>
  )
}

/** The bundle of the case around it, which knows what cannot be printed. */
function BundleOfCase({ caseId }: { readonly caseId: string }) {
  const { findings, isPrintSettled } = useCaseWork()
  const count = findings.filter((found) => found.code === 'case.unprintable').length
  return (
    <BundlePage
      caseId={caseId}
      findings={<FindingsPanel />}
      options={<BundlePart withLanguage />}
      unprintable={isPrintSettled ? count : undefined}
    />
  )
}

/** Greets once, before there is a vault; each way to begin leads on to the cases. */
function FirstRun({ children }: { readonly children: ReactNode }) {
  const { session } = useServices()
  const registry = useContext(CommandContext)
  const state = useSession()
  const [{ welcomed }, change] = usePreferences()
  const [, go] = useLocation()
  if (welcomed || state.kind !== 'memory') return children
  const begin = (path: string, command?: string) => {
    if (command) registry.runWhenAdded(command)
    change({ welcomed: true })
    go(path)
  }
  const showSample = async () => {
    const sample = (await session.register().cases.summaries()).find((summary) => summary.isSample)
    begin(sample ? `/cases/${sample.id}/overview` : '/cases')
  }
  return (
    <WelcomePage
      onSample={() => void showSample()}
      onRecordNotice={() => begin('/cases', recordNoticeCommand.id)}
      onBlankCase={() => begin('/cases', 'case.new')}
      onOpenFolder={() => begin('/cases', 'case.open-folder')}
      onVerify={() => begin('/verify')}
      onSettings={() => begin('/settings')}
      onAbout={() => begin('/settings/about')}
    />
  )
}
