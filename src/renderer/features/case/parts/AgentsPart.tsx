import { useTranslation } from 'react-i18next'
import { Agent } from '../../../../shared/domain/parties.ts'
import { EntryList } from '../EntryList.tsx'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { DateField } from '../fields/DateField.tsx'
import { HoldersField } from '../fields/HoldersFields.tsx'
import { PowersField } from '../fields/PowersField.tsx'
import { TextField } from '../fields/TextField.tsx'
import styles from '../case.module.css'

/** Who acts for the right holders, and on which authority. */
export function AgentsPart() {
  const { t } = useTranslation('case')
  return (
    <EntryList list="agents">
      {(index) => {
        const at = `agents[${index}]`
        return (
          <>
            <TextField path={`${at}.name`} />
            <ChoiceField
              path={`${at}.kind`}
              options={Agent.shape.kind.options.map((kind) => ({
                value: kind,
                label: t(`agentKind.${kind}`),
              }))}
            />
            <TextField path={`${at}.organisation`} />
            <TextField path={`${at}.licenceNumber`} />
            <div className={styles.pair}>
              <TextField path={`${at}.phone`} inputMode="tel" />
              <TextField path={`${at}.email`} inputMode="email" />
            </div>
            <TextField path={`${at}.serviceAddress`} />
            <HoldersField path={`${at}.actsFor`} />
            <fieldset className={styles.inner}>
              <legend>{t('authority')}</legend>
              <DateField path={`${at}.authority.signedOn`} />
              <div className={styles.pair}>
                <DateField path={`${at}.authority.validFrom`} />
                <DateField path={`${at}.authority.validTo`} />
              </div>
              <PowersField path={`${at}.authority.powers`} help={t('help.agents.authority.powers')} />
              <TextField path={`${at}.authority.remarks`} />
            </fieldset>
          </>
        )
      }}
    </EntryList>
  )
}
