import { CalendarOutlined } from '@ant-design/icons'
import { Button, Input, Popover, Space, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDate } from '../../../i18n/formats.ts'
import { useServices } from '../../../services.ts'
import { useField } from '../case-context.ts'
import { readDateText, tidyDateText } from '../../../components/date-text.ts'
import { CalendarPopup } from './CalendarPopup.tsx'
import { CaseField, type CaseFieldProps } from './CaseField.tsx'

/** A date: typed in any usual way and tidied when left, or chosen from a calendar (button, or Alt+Down). */
export function DateField(field: CaseFieldProps) {
  const { t } = useTranslation('case')
  const { now } = useServices()
  const [value, set] = useField(field.path)
  const [open, setOpen] = useState(false)
  const input = useRef<InputRef>(null)
  const text = typeof value === 'string' ? value : ''
  const close = () => {
    setOpen(false)
    input.current?.focus()
  }
  return (
    <CaseField {...field} patient>
      {({ visit, label, ...control }) => (
        <Space.Compact style={{ maxWidth: 200 }}>
          <Input
            {...control}
            ref={input}
            placeholder={t('datePlaceholder')}
            value={text}
            onChange={(event) => set(event.target.value, visit())}
            onBlur={() => {
              const tidy = tidyDateText(text)
              if (tidy !== text) set(tidy, visit())
            }}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' || !event.altKey || control.readOnly) return
              event.preventDefault()
              setOpen(true)
            }}
          />
          <Popover
            open={open}
            onOpenChange={setOpen}
            trigger="click"
            placement="bottomRight"
            arrow={false}
            destroyOnHidden
            content={
              <CalendarPopup
                label={t('calendar', { field: label })}
                chosen={readDateText(text)}
                today={localDate(now())}
                onChoose={(date) => {
                  set(date, visit())
                  close()
                }}
                onClose={close}
              />
            }
          >
            <Button
              icon={<CalendarOutlined aria-hidden />}
              aria-label={t('openCalendar', { field: label })}
              aria-haspopup="dialog"
              aria-expanded={open}
              disabled={control.readOnly}
            />
          </Popover>
        </Space.Compact>
      )}
    </CaseField>
  )
}
