import { Button, Modal } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand, usePageCommand } from '../../app/commands.ts'
import { useNotify } from '../../app/notify.ts'
import { useSession } from '../../register/use-session.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { useJobs } from '../../components/JobIndicator.tsx'
import { isUnderWay } from '../../engine-host/jobs.ts'
import type { RecoverySheet } from '../../register/session.ts'
import { useServices } from '../../services.ts'
import { ChangePassphraseDialog } from './ChangePassphraseDialog.tsx'
import { CreateVaultDialog } from './CreateVaultDialog.tsx'
import { IdleLock } from './IdleLock.tsx'
import { RecoverySheetDialog } from './RecoverySheetDialog.tsx'
import { RenewRecoveryDialog } from './RenewRecoveryDialog.tsx'
import { UnlockScreen } from './UnlockScreen.tsx'

type Dialog =
  | { readonly kind: 'create' }
  | { readonly kind: 'change' }
  | { readonly kind: 'renew' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'sheet'; readonly sheet: RecoverySheet; readonly of: 'create' | 'renew' }

/** Shows the screens only while the register may be seen; asks for passphrases; locks. */
export function VaultGate({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('vault')
  const { session, platform, jobs } = useServices()
  const notify = useNotify()
  const state = useSession()
  const [dialog, setDialog] = useState<Dialog>()
  const answer = useRef<(storable: boolean) => void>(undefined)
  const running = useJobs().find((job) => job.state === 'running')
  const isOpen = state.kind === 'open'

  useEffect(() => {
    session.setVaultPrompt(
      () =>
        new Promise((resolve) => {
          // Of two questions at once both get the one answer.
          const earlier = answer.current
          answer.current = (storable) => {
            earlier?.(storable)
            resolve(storable)
          }
          setDialog({ kind: 'create' })
        }),
    )
  }, [session])
  useEffect(() => {
    // Another window made a vault, or the machine went to sleep: nobody can answer here any more.
    if (state.kind !== 'locked') return
    setDialog(undefined)
    answer.current?.(false)
    answer.current = undefined
  }, [state.kind])
  const settle = (storable: boolean) => {
    answer.current?.(storable)
    answer.current = undefined
  }
  const close = () => setDialog(undefined)
  const lockNow = () => {
    close()
    jobs.cancelAll()
    session.lock().catch((error: unknown) => notify.failure(error))
  }
  useEffect(
    () =>
      platform.onEvent((event) => {
        if (event.kind !== 'asleep' || session.state().kind !== 'open') return
        jobs.cancelAll()
        void session.lock()
      }),
    [jobs, platform, session],
  )
  useCommand('lock', () => (running ? setDialog({ kind: 'busy' }) : lockNow()), isOpen)
  usePageCommand({
    id: 'vault.create',
    label: t('createTitle'),
    enabled: state.kind === 'memory',
    run: () => setDialog({ kind: 'create' }),
  })
  usePageCommand({
    id: 'vault.change',
    label: t('changeTitle'),
    enabled: isOpen && !state.readOnly,
    run: () => setDialog({ kind: 'change' }),
  })
  usePageCommand({
    id: 'vault.renew',
    label: t('renewTitle'),
    enabled: isOpen && !state.readOnly,
    run: () => setDialog({ kind: 'renew' }),
  })

  if (state.kind === 'starting') return <StartingScreen />
  if (state.kind === 'locked') return <UnlockScreen state={state} />
  if (state.kind === 'unusable') return <UnusableScreen error={state.failure} />
  return (
    <>
      {children}
      {isOpen && <IdleLock held={dialog?.kind === 'sheet'} />}
      {dialog?.kind === 'create' && (
        <CreateVaultDialog
          onMade={(sheet) => setDialog({ kind: 'sheet', sheet, of: 'create' })}
          onDecline={() => {
            close()
            settle(false)
          }}
        />
      )}
      {dialog?.kind === 'sheet' && (
        <RecoverySheetDialog
          sheet={dialog.sheet}
          onDone={() => {
            close()
            if (dialog.of === 'create') settle(true)
            else notify({ text: t('renewed') })
          }}
        />
      )}
      {dialog?.kind === 'change' && <ChangePassphraseDialog onClose={close} />}
      {dialog?.kind === 'renew' && (
        <RenewRecoveryDialog
          onClose={close}
          onMade={(sheet) => setDialog({ kind: 'sheet', sheet, of: 'renew' })}
        />
      )}
      {dialog?.kind === 'busy' && <LockBusyDialog onLock={lockNow} onWait={close} />}
    </>
  )
}

interface LockBusyDialogProps {
  readonly onLock: () => void
  readonly onWait: () => void
}

function LockBusyDialog({ onLock, onWait }: LockBusyDialogProps) {
  const { t } = useTranslation('vault')
  const { t: jobWords } = useTranslation('jobs')
  const underWay = useJobs().find(isUnderWay)
  const [kind, setKind] = useState(underWay?.kind)
  if (underWay && underWay.kind !== kind) setKind(underWay.kind)
  const isDone = underWay === undefined
  useEffect(() => {
    // What was asked for; nothing stands against it any more.
    if (isDone) onLock()
    // The function changes with every drawing of the window.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isDone])
  return (
    <Modal
      open
      title={t('lockBusyTitle')}
      width={440}
      onCancel={onWait}
      footer={
        <>
          <Button onClick={onLock}>{t('lockBusyDo')}</Button>
          <Button type="primary" autoFocus onClick={onWait}>
            {t('lockBusyWait')}
          </Button>
        </>
      }
    >
      <p>{t('lockBusyText', { name: kind ? jobWords(`kind.${kind}`) : '' })}</p>
    </Modal>
  )
}

function StartingScreen() {
  const { t } = useTranslation('frame')
  return (
    <main className="lock-screen">
      <p className="quiet starting" role="status">
        {t('starting')}
      </p>
    </main>
  )
}

function UnusableScreen({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('frame')
  return (
    <main className="lock-screen">
      <div className="lock-card lock-card-wide">
        <h1>{t('unusableTitle')}</h1>
        <ErrorNotice
          error={error}
          actions={
            <Button size="small" onClick={() => location.reload()}>
              {t('reload')}
            </Button>
          }
        />
      </div>
    </main>
  )
}
