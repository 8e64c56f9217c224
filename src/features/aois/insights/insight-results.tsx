import { Image, Shapes } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { readResultSettings, writeResultSettings } from '#src/blocks/results/result-settings.ts'
import type { ResultSettings } from '#src/blocks/results/result-settings.ts'
import { isOnMap, readResults, type Result } from '#src/blocks/results/result.ts'
import { ResultOnMap } from '#src/blocks/results/result-on-map.tsx'
import { TableResult } from '#src/blocks/results/table-result.tsx'
import type { Insight } from '#src/contract/insights.ts'
import { DownloadButton } from '#src/downloads/download-button.tsx'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { List } from '#src/ui/data/list.tsx'
import { Property, PropertyList } from '#src/ui/data/property-list.tsx'
import { PanelPart } from '#src/ui/panel/panel.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { Switch } from '#src/ui/field/switch.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { ChosenPicture } from './chosen-picture.tsx'
import type { InputChoice } from './input-choices.ts'
import styles from './insights.module.css'

type InsightResultsProps = {
  aoiId: string
  insight: Insight
  /** The picture that the block was given, if it was one of the AOI. */
  given: InputChoice | undefined
  onRefresh: () => Promise<unknown>
}

/** What an insight made: one raster or layer of polygons on the map, its tables below. Which one is in the URL. */
export function InsightResults({ aoiId, insight, given, onRefresh }: InsightResultsProps) {
  const [params, setParams] = useSearchParams()
  const settings = readResultSettings(params)
  const change = (next: Partial<ResultSettings>) =>
    setParams((now) => writeResultSettings(now, next), { replace: true, preventScrollReset: true })
  const results = useMemo(() => readResults(insight.output), [insight.output])
  const onMap = results.filter(isOnMap)
  const tables = results.filter(({ kind, url }) => kind === 'table' && url)
  const shown = onMap.find(({ name }) => name === settings.output) ?? onMap[0]
  const classes = results.flatMap((result) => result.classes)
  const colours = new Map(classes.map(({ label, colour }) => [label, colour]))
  if (results.length === 0) return <EmptyState>The run ended without any file.</EmptyState>
  const download = (id: string, label: string) => (
    <DownloadButton
      isIconOnly
      size="s"
      source={{ kind: 'insight', aoiId, insightId: insight.id, outputs: [id] }}
      label={`${insight.name ?? 'Insight'}, ${label}`}
    />
  )
  return (
    <>
      {onMap.length > 1 && (
        <Section title="On the map" summary={onMap.length}>
          <div className={styles.bleed}>
            <List label="Results on the map">
              {onMap.map(({ id, name, label, description, kind }) => (
                <ListRow
                  key={id}
                  lead={kind === 'vector' ? <Shapes size={14} aria-hidden /> : <Image size={14} aria-hidden />}
                  title={label}
                  meta={description}
                  isSelected={name === shown?.name}
                  onPress={() => change({ output: name })}
                  actions={download(id, label)}
                />
              ))}
            </List>
          </div>
        </Section>
      )}
      {shown && (
        <Section title={shown.label} actions={onMap.length === 1 && download(shown.id, shown.label)}>
          <ResultOnMap key={shown.id} result={shown} settings={settings} onChange={change} onRefresh={onRefresh} />
          {given && (
            <Switch isSelected={settings.beneath} onChange={(beneath) => change({ beneath })}>
              Picture beneath
            </Switch>
          )}
          {given && settings.beneath && <ChosenPicture choice={given} />}
          {shown.figures.length > 0 && (
            <PropertyList>
              {shown.figures.map(({ label, value }) => (
                <Property key={label} label={label} value={value} digits={3} />
              ))}
            </PropertyList>
          )}
        </Section>
      )}
      {tables.map((table) => (
        <TableSection
          key={table.id}
          table={table}
          colours={colours}
          // The legend shows the areas of classes already.
          isOpenAtFirst={!(classes.length > 0 && /class/i.test(table.name))}
          onRefresh={onRefresh}
          actions={download(table.id, table.label)}
        />
      ))}
      {onMap.length === 0 && tables.length === 0 && <PanelPart>The results can only be downloaded.</PanelPart>}
    </>
  )
}

type TableSectionProps = {
  table: Result
  colours: ReadonlyMap<string, string>
  isOpenAtFirst: boolean
  onRefresh: () => Promise<unknown>
  actions: ReactNode
}

/** A table, read once it is looked at. */
function TableSection({ table, colours, isOpenAtFirst, onRefresh, actions }: TableSectionProps) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst)
  return (
    <Section title={table.label} actions={actions} isExpanded={isOpen} onExpandedChange={setIsOpen}>
      {isOpen && <TableResult result={table} colours={colours} onRefresh={onRefresh} />}
    </Section>
  )
}
