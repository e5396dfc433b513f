import {
  CheckCircleOutlined,
  CloseOutlined,
  ExclamationCircleOutlined,
  InfoCircleOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../shared/contract/failure.ts'
import { explainFailure } from '../../shared/messages/explain.ts'
import { useLanguage } from '../i18n/language.ts'
import { useSession } from '../register/use-session.ts'
import { useServices } from '../services.ts'
import { useAnnounce } from './announce.ts'
import { useCopyDetails } from './copy-details.ts'
import { errorLine, isAbort } from './error-details.ts'
import { NotifyContext, type Notice, type NoticeAction, type Notify } from './notify.ts'

interface Shown extends Notice {
  readonly id: number
  readonly error?: unknown
}

const most = 3
const icons = {
  done: <CheckCircleOutlined />,
  info: <InfoCircleOutlined />,
  warning: <WarningOutlined />,
  error: <ExclamationCircleOutlined />,
}

/** Shows what `useNotify` says at the top of the window, between search and lock. */
export function Notices({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('frame')
  const { platform, session } = useServices()
  const locked = useSession().kind === 'locked'
  const language = useLanguage()
  const announce = useAnnounce()
  const [shown, setShown] = useState<readonly Shown[]>([])
  const ids = useRef(0)
  const close = useCallback((id: number) => setShown((all) => all.filter((one) => one.id !== id)), [])
  const notify = useMemo<Notify>(() => {
    const show = (notice: Notice, error?: unknown) => {
      ids.current += 1
      const id = ids.current
      // The same again takes the place of what was said before.
      setShown((all) =>
        [...all.filter((one) => one.text !== notice.text), { ...notice, id, error }].slice(-most),
      )
      if (notice.evenLocked || session.state().kind !== 'locked')
        announce(notice.text, notice.kind === 'error' ? 'assertive' : 'polite')
      return () => close(id)
    }
    const failure = (error: unknown, action?: NoticeAction) => {
      if (isAbort(error)) return
      platform.log(errorLine(error))
      const foreseen = error instanceof Failure
      show(
        {
          text: foreseen ? explainFailure(error, language) : t('bugText'),
          kind: foreseen ? 'warning' : 'error',
          seconds: Infinity,
          ...(action ? { action } : {}),
        },
        error,
      )
    }
    return Object.assign((notice: Notice) => show(notice), { failure })
  }, [announce, close, language, platform, session, t])
  return (
    <NotifyContext value={notify}>
      {children}
      <section className="notices" aria-label={t('notifications')}>
        {shown
          .filter((notice) => notice.evenLocked || !locked)
          .map((notice) => (
            <NoticeCard key={notice.id} notice={notice} onClose={() => close(notice.id)} />
          ))}
      </section>
    </NotifyContext>
  )
}

/** A success goes soon, a little later where it has a button; what went wrong waits to be closed. */
function secondsOf(kind: NonNullable<Notice['kind']>, hasAction: boolean): number {
  if (kind === 'error') return Infinity
  if (kind === 'warning') return 12
  return hasAction ? 8 : 6
}

function NoticeCard({ notice, onClose }: { readonly notice: Shown; readonly onClose: () => void }) {
  const { t } = useTranslation('frame')
  const copyDetails = useCopyDetails()
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const held = pointed || focused
  const kind = notice.kind ?? 'done'
  const seconds = notice.seconds ?? secondsOf(kind, notice.action !== undefined)
  useEffect(() => {
    if (held || seconds === Infinity) return
    const timer = setTimeout(onClose, seconds * 1000)
    return () => clearTimeout(timer)
    // A card that closes is gone; the function changes with every drawing of the list.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [held, seconds])
  const press = (action: NoticeAction) => {
    if (!action.stays) onClose()
    action.run()
  }
  return (
    <div
      className={`notice notice-${kind}`}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <span className="notice-icon" aria-hidden="true">
        {icons[kind]}
      </span>
      <div className="notice-body">
        <span className="notice-text">{notice.text}</span>
        <span className="notice-actions">
          {[notice.action, notice.second].map(
            (action) =>
              action && (
                <Button key={action.label} size="small" type="link" onClick={() => press(action)}>
                  {action.label}
                </Button>
              ),
          )}
          {notice.error !== undefined && (
            <Button size="small" type="link" onClick={() => void copyDetails(notice.error)}>
              {t('copyDetails')}
            </Button>
          )}
        </span>
      </div>
      <Button
        size="small"
        type="text"
        icon={<CloseOutlined aria-hidden />}
        aria-label={t('close')}
        onClick={onClose}
      />
    </div>
  )
}
