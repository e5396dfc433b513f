import { useTranslation } from 'react-i18next'
import { recordOfDraft } from '../../../../shared/domain/case-draft.ts'
import type { ChecklistRow } from '../../../../shared/domain/checklist.ts'
import { withEntriesTakenBack } from '../../../../shared/domain/checklist-edit.ts'
import { applyVariant, makeVariant, readOfficeVariant } from '../../../../shared/domain/office-variant.ts'
import { containerName } from '../../../../shared/domain/container-name.ts'
import { explainFinding } from '../../../../shared/messages/explain.ts'
import { useNotify } from '../../../app/notify.ts'
import { MenuButton } from '../../../components/MenuButton.tsx'
import { useLanguage } from '../../../i18n/language.ts'
import { pickFile } from '../../../platform/pick-files.ts'
import { useServices } from '../../../services.ts'
import { useCaseWork } from '../case-context.ts'

/** Saves what this office asks beside the law as a file, and applies such a file to this case. */
export function VariantMenu({ rows }: { readonly rows: readonly ChecklistRow[] }) {
  const { t } = useTranslation('checklist')
  const { platform } = useServices()
  const language = useLanguage()
  const notify = useNotify()
  const { editor, case: stored } = useCaseWork()
  const draft = () => editor.state().draft ?? stored.draft
  const attempt = async (run: () => Promise<void>) => {
    try {
      await run()
    } catch (error) {
      notify.failure(error)
    }
  }
  const apply = () =>
    attempt(async () => {
      const picked = await pickFile(['.json'])
      if (!picked) return
      const read = readOfficeVariant(await picked.text())
      if (!read.ok) {
        notify({
          text: read.findings.map((found) => explainFinding(found, language, 'window')).join(' '),
          kind: 'warning',
        })
        return
      }
      const before = draft()
      const { variant } = read
      const step = { kind: 'case.edit' } as const
      editor.change((now) => ({ ...now, ...applyVariant(variant, now, rows) }), step)
      notify({
        text: t('variantApplied', { office: variant.office }),
        kind: 'done',
        action: {
          label: t('undo'),
          run: () =>
            editor.change(
              (now) => withEntriesTakenBack(now, before, applyVariant(variant, before, rows)),
              step,
            ),
        },
      })
    })
  const save = () =>
    attempt(async () => {
      const record = recordOfDraft(draft(), () => [])
      if (record.notice.office.trim() === '') {
        notify({ text: t('variantNeedsOffice'), kind: 'warning' })
        return
      }
      const variant = makeVariant(record, rows)
      const sink = await platform.saveFile(`${containerName(variant.office, 40)}.json`)
      if (!sink) return
      await sink.write(new TextEncoder().encode(`${JSON.stringify(variant, undefined, 2)}\n`))
      await sink.commit()
      notify({ text: t('variantSaved', { office: variant.office }), kind: 'done' })
    })
  return (
    <MenuButton
      menu={{
        items: [
          { key: 'apply', label: t('variantApply'), onClick: () => void apply() },
          { key: 'save', label: t('variantSave'), onClick: () => void save() },
        ],
      }}
    >
      {t('variant')}
    </MenuButton>
  )
}
