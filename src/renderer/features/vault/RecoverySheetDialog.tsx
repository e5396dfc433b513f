import { CopyOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { copyText } from '../../app/clipboard.ts'
import { useNotify } from '../../app/notify.ts'
import { FormField } from '../../components/FormField.tsx'
import { normaliseRecoveryCode } from '../../register/recovery-code.ts'
import type { RecoverySheet } from '../../register/session.ts'
import { RecoverySheetPaper } from './RecoverySheetPaper.tsx'

interface RecoverySheetDialogProps {
  readonly sheet: RecoverySheet
  readonly onDone: () => void
}

/** Shows the recovery code once. Goes on only when its last group was typed from a copy. */
export function RecoverySheetDialog({ sheet, onDone }: RecoverySheetDialogProps) {
  const { t } = useTranslation('vault')
  const notify = useNotify()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const last = sheet.code.split('-').at(-1) ?? ''
  const right = normaliseRecoveryCode(typed) === last
  const copy = async () => {
    const copied = await copyText(sheet.code)
    notify(copied ? { text: t('codeCopied') } : { text: t('codeNotCopied'), kind: 'warning' })
  }
  const finish = () => {
    if (right) onDone()
    else setWrong(true)
  }
  return (
    <>
      <Modal
        open
        title={t('sheetTitle')}
        width={620}
        closable={false}
        keyboard={false}
        mask={{ closable: false }}
        footer={
          <Button type="primary" onClick={finish}>
            {t('sheetDone')}
          </Button>
        }
      >
        <div className="stack">
          <p>{t('sheetText')}</p>
          <RecoveryCode code={sheet.code} />
          <div className="row">
            <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
              {t('print')}
            </Button>
            <Button icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
              {t('copyCode')}
            </Button>
          </div>
          <FormField
            label={t('sheetConfirm', { length: last.length })}
            required
            help={t('sheetConfirmHelp')}
            error={wrong && !right ? t('sheetConfirmWrong') : undefined}
          >
            {(control) => (
              <Input
                {...control}
                className="mono sheet-confirm"
                value={typed}
                onChange={(event) => {
                  setTyped(event.target.value)
                  setWrong(false)
                }}
                onPressEnter={finish}
              />
            )}
          </FormField>
        </div>
      </Modal>
      {createPortal(<RecoverySheetPaper sheet={sheet} />, document.body)}
    </>
  )
}

function RecoveryCode({ code }: { readonly code: string }) {
  const { t } = useTranslation('vault')
  return (
    <div className="recovery-code" role="group" aria-label={t('sheetCode')}>
      {code.split('-').map((group, index) => (
        <span key={index} className="recovery-group">
          <span className="recovery-number" aria-hidden="true">
            {index + 1}
          </span>
          {group}
        </span>
      ))}
    </div>
  )
}
