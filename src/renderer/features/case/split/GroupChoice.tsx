import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { GroupDraft } from '../../../../shared/domain/case-draft.ts'
import { FormField } from '../../../components/FormField.tsx'
import type { Item } from '../../../register/register.ts'
import { useCaseWork, useDraft } from '../case-context.ts'
import styles from '../case.module.css'

interface GroupChoiceProps {
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

/** The groups of the case to tick, none at first; says of each how many of its items are marked secret. */
export function GroupChoice({ chosen, onChange }: GroupChoiceProps) {
  const { t } = useTranslation('notice')
  const { t: inEvidence } = useTranslation('evidence')
  const { items } = useCaseWork()
  const { groups } = useDraft()
  const present = items.filter((item) => !item.trashed)
  const filled = groups
    .map((group) => ({ group, inside: present.filter((item) => item.groupId === group.id) }))
    .filter(({ inside }) => inside.length > 0)
  const words = (group: GroupDraft, inside: readonly Item[]) => {
    const secret = inside.filter(
      ({ details: { secrecy } }) => secrecy === 'trade-secret' || secrecy === 'business',
    )
    const name = t('group', {
      set: inEvidence(`set.${group.set}`),
      name: group.name || t('groupUnnamed'),
      count: inside.length,
    })
    return secret.length > 0 ? `${name} – ${t('groupSecret', { count: secret.length })}` : name
  }
  return (
    <FormField label={t('groups')} help={filled.length === 0 ? t('noGroups') : t('groupsHelp')}>
      {({ id, 'aria-describedby': help }) => (
        <div id={id} role="group" aria-label={t('groups')} aria-describedby={help} className={styles.boxes}>
          {filled.map(({ group, inside }) => (
            <Checkbox
              key={group.id}
              checked={chosen.has(group.id)}
              onChange={(event) => {
                const next = new Set(chosen)
                if (event.target.checked) next.add(group.id)
                else next.delete(group.id)
                onChange(next)
              }}
            >
              {words(group, inside)}
            </Checkbox>
          ))}
        </div>
      )}
    </FormField>
  )
}
