import { useLanguage } from '../../i18n/language.ts'
import { useServices } from '../../services.ts'

/** Rules of the checklist by name, for choosing; ids of `chosen` that the law data does not have stand as they are. */
export function useRuleNames(
  chosen: readonly string[],
): readonly { readonly value: string; readonly label: string }[] {
  const { law } = useServices()
  const language = useLanguage()
  const known = law.checklist.rules.map((rule) => ({ value: rule.id, label: rule[language] }))
  const others = chosen.filter((id) => !known.some(({ value }) => value === id))
  return [...known, ...others.map((id) => ({ value: id, label: id }))]
}
