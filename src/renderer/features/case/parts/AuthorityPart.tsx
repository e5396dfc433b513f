import { useTranslation } from 'react-i18next'
import { AuthorityLink, authorityScopes } from '../../../../shared/domain/authority-link.ts'
import { EntryList } from '../EntryList.tsx'
import { CheckField, ChecksField } from '../fields/CheckFields.tsx'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { CountryField } from '../fields/CountryField.tsx'
import { DateField } from '../fields/DateField.tsx'
import { TextField } from '../fields/TextField.tsx'
import styles from '../case.module.css'

const { granteeKind, signatoryAuthority, authentication } = AuthorityLink.shape

/** The chain holder → subsidiary → firm → agent, a link each; gaps in it are found. */
export function AuthorityPart() {
  const { t } = useTranslation('case')
  return (
    <EntryList list="authority">
      {(index) => {
        const at = `authority[${index}]`
        return (
          <>
            <div className={styles.pair}>
              <TextField path={`${at}.grantor`} />
              <TextField path={`${at}.grantee`} />
            </div>
            <ChoiceField
              path={`${at}.granteeKind`}
              options={granteeKind
                .unwrap()
                .options.map((kind) => ({ value: kind, label: t(`granteeKind.${kind}`) }))}
            />
            <div className={styles.pair}>
              <TextField path={`${at}.signatory`} />
              <ChoiceField
                path={`${at}.signatoryAuthority`}
                options={signatoryAuthority
                  .unwrap()
                  .options.map((kind) => ({ value: kind, label: t(`signatoryAuthority.${kind}`) }))}
                none={t('notChosen')}
              />
            </div>
            <ChecksField
              path={`${at}.scopes`}
              options={authorityScopes.map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))}
            />
            <TextField path={`${at}.territory`} />
            <div className={styles.pair}>
              <DateField path={`${at}.signedOn`} />
              <CountryField path={`${at}.signedIn`} help={t('help.authority.signedIn')} />
            </div>
            <div className={styles.pair}>
              <DateField path={`${at}.validFrom`} />
              <DateField path={`${at}.validTo`} />
            </div>
            <CheckField path={`${at}.notarised`} />
            <ChoiceField
              path={`${at}.authentication`}
              options={authentication
                .unwrap()
                .options.map((kind) => ({ value: kind, label: t(`authentication.${kind}`) }))}
            />
            <TextField path={`${at}.authenticationNumber`} />
            <CheckField path={`${at}.translated`} />
            <TextField path={`${at}.remarks`} />
          </>
        )
      }}
    </EntryList>
  )
}
