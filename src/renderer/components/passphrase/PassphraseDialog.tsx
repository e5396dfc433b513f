import { Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import { ErrorNotice } from '../ErrorNotice.tsx'
import type { Work } from '../use-work.ts'

interface PassphraseDialogProps {
  readonly title: string
  /** What the dialog is for. */
  readonly text: string
  /** What the form does; the buttons wait with it, and how it failed stands below the fields. */
  readonly work: Work
  readonly submitText: string
  readonly cancelText: string
  readonly onSubmit: () => void
  readonly onCancel: () => void
  /** A click beside it closes it: nothing long was typed. */
  readonly light?: boolean
  /** Only its own buttons and Esc lead out, and nothing while the work is under way. */
  readonly firm?: boolean
  readonly children: ReactNode
}

/** A dialog that asks for passphrases. */
export function PassphraseDialog(props: PassphraseDialogProps) {
  const { work, light = false, firm = false } = props
  return (
    <Modal
      open
      title={props.title}
      width={480}
      mask={{ closable: light }}
      {...(firm ? { closable: false, keyboard: !work.busy } : {})}
      onCancel={props.onCancel}
      footer={
        <>
          <Button onClick={props.onCancel} disabled={work.busy}>
            {props.cancelText}
          </Button>
          <Button type="primary" onClick={props.onSubmit} loading={work.busy}>
            {props.submitText}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{props.text}</p>
        {props.children}
        {work.error !== undefined && <ErrorNotice error={work.error} />}
      </div>
    </Modal>
  )
}
