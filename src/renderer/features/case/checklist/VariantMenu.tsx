import { useTranslation } from 'react-i18next'
import { MenuButton } from '../../../components/MenuButton.tsx'
import type { Variants } from './use-variants.ts'

/** What offices ask beside the law: kept, applied, forgotten, and passed on as files. */
export function VariantMenu({ variants }: { readonly variants: Variants }) {
  const { t } = useTranslation('checklist')
  const kept = [...variants.kept].sort((a, b) => a.variant.office.localeCompare(b.variant.office))
  const named = (label: string, run: (one: (typeof kept)[number]) => void) =>
    kept.map((one) => ({ key: `${label} ${one.id}`, label: one.variant.office, onClick: () => run(one) }))
  return (
    <MenuButton
      menu={{
        items: [
          ...(kept.length === 0
            ? []
            : [
                {
                  key: 'kept',
                  type: 'group' as const,
                  label: t('variantApply'),
                  children: named('apply', ({ variant }) => variants.apply(variant)),
                },
                { type: 'divider' as const },
              ]),
          { key: 'keep', label: t('variantKeep'), onClick: () => void variants.keepThis() },
          { key: 'file', label: t('variantFromFile'), onClick: () => void variants.applyFile() },
          { key: 'save', label: t('variantSave'), onClick: () => void variants.saveFile() },
          ...(kept.length === 0
            ? []
            : [
                {
                  key: 'forget',
                  label: t('variantForget'),
                  children: named('forget', (one) => void variants.forget(one)),
                },
              ]),
        ],
      }}
    >
      {t('variant')}
    </MenuButton>
  )
}
