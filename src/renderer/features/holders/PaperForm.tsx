import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { isCalendarDate } from '../../../shared/domain/schema-pieces.ts'
import {
  type PaperKind,
  paperKinds,
  type StandingPaper,
  usualCodes,
} from '../../../shared/domain/standing-paper.ts'
import { DateInput } from '../../components/DateInput.tsx'
import { WordingHints } from '../../components/wording/WordingHints.tsx'
import { FormField } from '../../components/FormField.tsx'
import styles from './holders.module.css'
import { useRuleNames } from './use-rule-names.ts'

interface PaperFormProps {
  readonly paper: StandingPaper
  readonly onChange: (change: (paper: StandingPaper) => StandingPaper) => void
  readonly readOnly: boolean
  readonly today: string
}

type TextKey = 'name' | 'number' | 'scope' | 'language' | 'country' | 'originalAt' | 'lentTo'

/** The details of a standing paper, stored as they are typed. */
export function PaperForm({ paper, onChange, readOnly, today }: PaperFormProps) {
  const { t } = useTranslation('library')
  const rules = useRuleNames(paper.codes)
  const set = (changes: Partial<StandingPaper>) => onChange((before) => ({ ...before, ...changes }))
  const text = (key: TextKey, help?: string) => (
    <FormField label={t(`field.${key}`)} help={help} required={key === 'name'}>
      {(control) => (
        <>
          <div>
            <Input
              {...control}
              readOnly={readOnly}
              value={paper[key]}
              onChange={(event) => set({ [key]: event.target.value })}
            />
          </div>
          <WordingHints
            text={paper[key]}
            onReplace={readOnly ? undefined : (better) => set({ [key]: better })}
          />
        </>
      )}
    </FormField>
  )
  const date = (key: 'validFrom' | 'validTo' | 'lentOn', error?: string) => (
    <DateInput
      label={t(`field.${key}`)}
      value={paper[key]}
      wrong={t('dateWrong')}
      error={error}
      readOnly={readOnly}
      onChange={(value) => set({ [key]: value })}
    />
  )
  const { validFrom, validTo } = paper
  const crossed = isCalendarDate(validFrom) && isCalendarDate(validTo) && validTo < validFrom
  // What a kind usually fulfils follows the kind, unless the person chose otherwise.
  const setKind = (kind: PaperKind) =>
    onChange((before) => ({
      ...before,
      kind,
      codes: before.codes.join() === usualCodes[before.kind].join() ? [...usualCodes[kind]] : before.codes,
    }))
  return (
    <form className={styles.form} autoComplete="off" onSubmit={(event) => event.preventDefault()}>
      {text('name', t('help.name'))}
      <FormField label={t('field.kind')}>
        {(control) => (
          <Select
            {...control}
            virtual={false}
            disabled={readOnly}
            value={paper.kind}
            options={paperKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            onChange={setKind}
          />
        )}
      </FormField>
      <div className={styles.pair}>
        {date('validFrom')}
        {date('validTo', crossed ? t('validityWrong') : undefined)}
      </div>
      {text('number', t('help.number'))}
      {text('scope')}
      <div className={styles.pair}>
        {text('language')}
        {text('country')}
      </div>
      {text('originalAt')}
      <div className={styles.pair}>
        {text('lentTo')}
        {paper.lentTo !== '' && date('lentOn')}
      </div>
      {paper.lentTo !== '' && paper.lentOn === '' && !readOnly && (
        <div>
          <Button size="small" onClick={() => set({ lentOn: today })}>
            {t('lendToday')}
          </Button>
        </div>
      )}
      <FormField label={t('field.codes')} help={t('help.codes')}>
        {(control) => (
          <Select
            {...control}
            mode="multiple"
            virtual={false}
            disabled={readOnly}
            value={paper.codes}
            options={[...rules]}
            showSearch={false}
            onChange={(codes: string[]) => set({ codes })}
          />
        )}
      </FormField>
      <FormField label={t('field.remarks')}>
        {(control) => (
          <>
            <div>
              <Input.TextArea
                {...control}
                readOnly={readOnly}
                value={paper.remarks}
                onChange={(event) => set({ remarks: event.target.value })}
              />
            </div>
            <WordingHints
              text={paper.remarks}
              onReplace={readOnly ? undefined : (better) => set({ remarks: better })}
            />
          </>
        )}
      </FormField>
    </form>
  )
}
