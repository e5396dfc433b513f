import { PaperClipOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isCurrent } from '../../../shared/domain/standing-paper.ts'
import { usePageCommand } from '../../app/commands.ts'
import { focusWithin } from '../../app/focus-within.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { localDate } from '../../i18n/formats.ts'
import { pickFiles } from '../../platform/pick-files.ts'
import type { GatheredFiles } from '../../platform/platform.ts'
import type { LibraryPaper } from '../../register/library-records.ts'
import { useServices } from '../../services.ts'
import styles from './holders.module.css'
import { usePaperColumns } from './paper-columns.tsx'
import { PaperPane } from './PaperPane.tsx'
import { ReplaceDialog } from './ReplaceDialog.tsx'
import { useReplacePaper } from './use-replace-paper.ts'

interface PapersSectionProps {
  readonly papers: readonly LibraryPaper[]
  readonly selected: ReadonlySet<string>
  readonly onSelect: (ids: ReadonlySet<string>) => void
  readonly addFiles: (files: Promise<GatheredFiles>) => void
  readonly addBlank: () => void
  readonly readOnly: boolean
}

/** The standing papers of a holder as a table, the chosen one below. */
export function PapersSection(props: PapersSectionProps) {
  const { papers, selected, onSelect, addFiles, addBlank, readOnly } = props
  const { t } = useTranslation('library')
  const { now } = useServices()
  const [withArchived, setWithArchived] = useState(false)
  const pane = useRef<HTMLDivElement>(null)
  const focusPane = useRef(false)
  useEffect(() => {
    if (!focusPane.current || !pane.current) return undefined
    focusPane.current = false
    return focusWithin(pane.current, 'input')
  })
  const columns = usePaperColumns(localDate(now()))

  const replacing = useReplacePaper((id) => onSelect(new Set([id])))

  const collator = new Intl.Collator('zh-CN')
  const sorted = papers.toSorted((a, b) => collator.compare(a.name, b.name))
  const current = sorted.filter(isCurrent)
  const shown = withArchived ? sorted : current
  const [onlyId, ...more] = selected
  const chosen = more.length === 0 ? shown.find(({ id }) => id === onlyId) : undefined
  usePageCommand({
    id: 'papers.add',
    label: t('addFiles'),
    shortcut: 'Mod+I',
    enabled: !readOnly,
    run: () => addFiles(pickFiles()),
  })

  return (
    <section className={styles.card} aria-labelledby="holder-papers">
      <div className={styles.sectionHead}>
        <h2 id="holder-papers">{t('papers')}</h2>
        {sorted.length > current.length && (
          <Checkbox checked={withArchived} onChange={(event) => setWithArchived(event.target.checked)}>
            {t('showArchived', { count: sorted.length - current.length })}
          </Checkbox>
        )}
        {!readOnly && (
          <>
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => addFiles(pickFiles())}>
              {t('addFiles')}
            </Button>
            <Button type="text" onClick={addBlank}>
              {t('addWithout')}
            </Button>
          </>
        )}
      </div>
      {papers.length === 0 ? (
        <EmptyState
          level={3}
          icon={<PaperClipOutlined aria-hidden />}
          title={t('papersEmptyTitle')}
          text={t('papersEmptyText')}
        />
      ) : (
        <div className={styles.papersTable}>
          <DataTable
            name="papers"
            label={t('papersTable')}
            rows={shown}
            rowId={(paper) => paper.id}
            columns={columns}
            rowHeight={44}
            selected={selected}
            onSelect={onSelect}
            onOpen={(paper) => {
              onSelect(new Set([paper.id]))
              focusPane.current = true
            }}
            empty={t('papersNoCurrent')}
          />
        </div>
      )}
      <div ref={pane}>
        {chosen ? (
          <PaperPane
            key={chosen.id}
            paper={chosen}
            readOnly={readOnly}
            onReplace={() => replacing.pick(chosen)}
            replacing={replacing.busy}
          />
        ) : (
          shown.length > 0 && <p className="quiet">{t('noPaperChosen')}</p>
        )}
      </div>
      {replacing.question && <ReplaceDialog question={replacing.question} />}
    </section>
  )
}
