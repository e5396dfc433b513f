import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../i18n/formats.ts'
import styles from './Evidence.module.css'
import type { TakeInQuestion } from './use-take-in.ts'

/** Asks before many files or whole folders are taken in. */
export function TakeInQuestionDialog({ question }: { readonly question: TakeInQuestion }) {
  const { t } = useTranslation('evidence')
  const formats = useFormats()
  const { shape, foldersFit } = question
  const [groups, setGroups] = useState<'from-folders' | 'one'>(
    shape.folders.length > 0 && foldersFit ? 'from-folders' : 'one',
  )
  const names = shape.folders.slice(0, 6).join(t('list.comma'))
  return (
    <Modal
      open
      title={t('question.title', { count: shape.files, size: formats.size(shape.bytes) })}
      okText={t('question.ok', { count: shape.files })}
      cancelText={t('cancel')}
      okButtonProps={{ autoFocus: true }}
      onOk={() => question.answer(groups)}
      onCancel={question.cancel}
    >
      {shape.folders.length === 0 ? (
        <p>
          {question.groupName === undefined
            ? t('question.byName')
            : t('question.into', { group: question.groupName })}
        </p>
      ) : (
        <Radio.Group
          className={styles.radios ?? ''}
          value={groups}
          onChange={(event) => setGroups(event.target.value as typeof groups)}
        >
          <Radio value="from-folders" disabled={!foldersFit}>
            {t('question.folders', { count: shape.folders.length })}
            <span className={styles.radioNote}>
              {foldersFit
                ? shape.folders.length > 6
                  ? t('question.names', { names, count: shape.folders.length })
                  : names
                : t('question.tooManyGroups')}
            </span>
          </Radio>
          <Radio value="one">
            {question.groupName === undefined
              ? t('question.oneByName')
              : t('question.one', { group: question.groupName })}
          </Radio>
        </Radio.Group>
      )}
    </Modal>
  )
}
