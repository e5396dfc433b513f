import { PaperClipOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { useEffect, useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { HolderProfile } from '../../../shared/domain/holder-profile.ts'
import { isCurrent } from '../../../shared/domain/standing-paper.ts'
import { usePageCommand } from '../../app/commands.ts'
import { focusWithin } from '../../app/focus-within.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { localDate } from '../../i18n/formats.ts'
import { carriesFiles, droppedFiles } from '../../platform/dropped-files.ts'
import { pickFiles } from '../../platform/pick-files.ts'
import type { LibraryPaper } from '../../register/library-records.ts'
import { useServices } from '../../services.ts'
import styles from './holders.module.css'
import { usePaperColumns } from './paper-columns.tsx'
import { PaperPane } from './PaperPane.tsx'
import { ReplaceDialog } from './ReplaceDialog.tsx'
import { useAddPapers } from './use-add-papers.ts'
import { useReplacePaper } from './use-replace-paper.ts'

interface PapersSectionProps {
  readonly holder: HolderProfile
  readonly papers: readonly LibraryPaper[]
  readonly readOnly: boolean
}

/** The standing papers of a holder as a table, the chosen one below; files can be dropped anywhere on it. */
export function PapersSection({ holder, papers, readOnly }: PapersSectionProps) {
  const { t } = useTranslation('library')
  const { now } = useServices()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [withArchived, setWithArchived] = useState(false)
  const [over, setOver] = useState(false)
  const depth = useRef(0)
  const pane = useRef<HTMLDivElement>(null)
  const focusPane = useRef(false)
  useEffect(() => {
    if (!focusPane.current || !pane.current) return undefined
    focusPane.current = false
    return focusWithin(pane.current, 'input')
  })
  const columns = usePaperColumns(localDate(now()))
  const { addFiles, addBlank } = useAddPapers(holder, (id) => setSelected(new Set([id])))

  const replacing = useReplacePaper((id) => setSelected(new Set([id])))

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

  const end = () => {
    depth.current = 0
    setOver(false)
  }
  const ifFiles = (work: (event: DragEvent) => void) => (event: DragEvent) => {
    if (!carriesFiles(event.dataTransfer)) return
    event.preventDefault()
    work(event)
  }
  return (
    <section
      className={`${styles.card} ${styles.papers}`}
      aria-labelledby="holder-papers"
      onDragEnter={ifFiles(() => {
        depth.current += 1
        setOver(true)
      })}
      onDragOver={ifFiles((event) => {
        event.dataTransfer.dropEffect = readOnly ? 'none' : 'copy'
      })}
      onDragLeave={() => {
        depth.current -= 1
        if (depth.current <= 0) end()
      }}
      onDrop={ifFiles((event) => {
        end()
        if (!readOnly) addFiles(droppedFiles(event.dataTransfer))
      })}
    >
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
            onSelect={setSelected}
            onOpen={(paper) => {
              setSelected(new Set([paper.id]))
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
      {over && (
        <div className={styles.overlay} aria-hidden>
          {t(readOnly ? 'dropReadOnly' : 'dropHere')}
        </div>
      )}
    </section>
  )
}
