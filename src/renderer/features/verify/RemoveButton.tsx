import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ResultProps } from './result-props.ts'

/** Takes a result off the list; the material itself is not touched. */
export function RemoveButton({ entry, desk }: Pick<ResultProps, 'entry' | 'desk'>) {
  const { t } = useTranslation('verify')
  const words = t('result.remove', { name: entry.name })
  return (
    <Button
      type="text"
      size="small"
      icon={<CloseOutlined aria-hidden />}
      aria-label={words}
      title={words}
      onClick={() => desk.remove([entry.id])}
    />
  )
}
