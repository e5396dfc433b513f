import { useTranslation } from 'react-i18next'
import { recordOfDraft } from '../../../../shared/domain/case-draft.ts'
import type { ChecklistRow } from '../../../../shared/domain/checklist.ts'
import { withEntriesTakenBack } from '../../../../shared/domain/checklist-edit.ts'
import { containerName } from '../../../../shared/domain/container-name.ts'
import { instantOf } from '../../../../shared/domain/instant.ts'
import {
  applyVariant,
  makeVariant,
  type OfficeVariant,
  readOfficeVariant,
  variantFor,
} from '../../../../shared/domain/office-variant.ts'
import { explainFinding } from '../../../../shared/messages/explain.ts'
import { useNotify } from '../../../app/notify.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { pickFile } from '../../../platform/pick-files.ts'
import type { KeptVariant } from '../../../register/kept-variant.ts'
import { useLive } from '../../../register/use-live.ts'
import { useServices } from '../../../services.ts'
import { useCaseWork } from '../case-context.ts'

const noVariants: readonly KeptVariant[] = []

/** What offices ask beside the law: kept in the register by office, applied to this case, passed on as files. */
export function useVariants(rows: readonly ChecklistRow[]) {
  const { t } = useTranslation('checklist')
  const { platform, session, now, newId } = useServices()
  const language = useLanguage()
  const notify = useNotify()
  const { editor, case: stored } = useCaseWork()
  const kept = useLive(({ variants }) => variants.all(), []) ?? noVariants
  const draft = () => editor.state().draft ?? stored.draft
  const step = { kind: 'case.edit' } as const

  const attempt = async (run: () => Promise<void>) => {
    try {
      await run()
    } catch (error) {
      notify.failure(error)
    }
  }
  const apply = (variant: OfficeVariant, takeBack?: () => Promise<void>) => {
    const before = draft()
    editor.change((current) => ({ ...current, ...applyVariant(variant, current, rows) }), step)
    notify({
      text: t('variantApplied', { office: variant.office }),
      kind: 'done',
      action: {
        label: t('undo'),
        run: () => {
          editor.change(
            (current) => withEntriesTakenBack(current, before, applyVariant(variant, before, rows)),
            step,
          )
          return takeBack && attempt(takeBack)
        },
      },
    })
  }
  /** Puts it in the place of what was kept for the office; gives how to take that back. */
  const keep = async (variant: OfficeVariant): Promise<() => Promise<void>> => {
    const { variants } = session.register()
    const before = variantFor(await variants.all(), variant.office)
    const after = { id: before?.id ?? newId(), variant, keptAt: instantOf(now()) }
    if (before) await variants.edit(before.id, () => after)
    else await variants.add(after)
    return () => (before ? variants.edit(before.id, () => before) : variants.remove(after.id))
  }
  /** What this case added and set aside, for its office; undefined, and said, while it names none. */
  const made = (): OfficeVariant | undefined => {
    const record = recordOfDraft(draft(), () => [])
    if (record.notice.office.trim() !== '') return makeVariant(record, rows)
    notify({ text: t('variantNeedsOffice'), kind: 'warning' })
    return undefined
  }

  return {
    kept,
    apply,
    keepThis: () =>
      attempt(async () => {
        const variant = made()
        if (!variant) return
        if (variant.entries.length + variant.hidden.length === 0) {
          notify({ text: t('variantNothing'), kind: 'info' })
          return
        }
        const takeBack = await keep(variant)
        notify({
          text: t('variantKept', { office: variant.office }),
          kind: 'done',
          action: { label: t('undo'), run: () => attempt(takeBack) },
        })
      }),
    forget: ({ id, variant, keptAt }: KeptVariant) =>
      attempt(async () => {
        const { variants } = session.register()
        await variants.remove(id)
        notify({
          text: t('variantForgotten', { office: variant.office }),
          kind: 'info',
          action: { label: t('undo'), run: () => attempt(() => variants.add({ id, variant, keptAt })) },
        })
      }),
    /** Applies a file, and keeps what it says for the next case of that office. */
    applyFile: () =>
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
        apply(read.variant, await keep(read.variant))
      }),
    saveFile: () =>
      attempt(async () => {
        const variant = made()
        if (!variant) return
        const sink = await platform.saveFile(`${containerName(variant.office, 40)}.json`)
        if (!sink) return
        await sink.write(new TextEncoder().encode(`${JSON.stringify(variant, undefined, 2)}\n`))
        await sink.commit()
        notify({ text: t('variantSaved', { office: variant.office }), kind: 'done' })
      }),
  }
}

export type Variants = ReturnType<typeof useVariants>
