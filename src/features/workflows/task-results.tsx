import { File, Grid3x3, Shapes, Table2 } from 'lucide-react'
import { useMemo } from 'react'
import type { RunTask } from '#src/api/job-answers.ts'
import { readResults, isOnMap } from '#src/blocks/results/result.ts'
import type { Result } from '#src/blocks/results/result.ts'
import { ResultOnMap } from '#src/blocks/results/result-on-map.tsx'
import type { ResultSettings } from '#src/blocks/results/result-settings.ts'
import { TableResult } from '#src/blocks/results/table-result.tsx'
import { List } from '#src/ui/data/list.tsx'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { Property, PropertyList } from '#src/ui/data/property-list.tsx'
import styles from './workflows.module.css'

export const resultKinds = {
  raster: { icon: Grid3x3, word: 'Raster' },
  vector: { icon: Shapes, word: 'Polygons' },
  table: { icon: Table2, word: 'Table' },
  file: { icon: File, word: 'File' },
} as const

type TaskResultsProps = {
  task: RunTask
  settings: ResultSettings
  onChange: (change: Partial<ResultSettings>) => void
  /** Asks for fresh addresses of the files. */
  onRefresh: () => Promise<unknown>
}

/** What a step made: one result at a time is looked at, on the map where it has a place. */
export function TaskResults({ task, settings, onChange, onRefresh }: TaskResultsProps) {
  const results = useMemo(() => readResults(task.results), [task.results])
  const shown = results.find(({ name }) => name === settings.output) ?? results.find(isOnMap) ?? results[0]
  const colours = useMemo(
    () => new Map(results.flatMap(({ classes }) => classes.map(({ label, colour }) => [label, colour] as const))),
    [results],
  )
  return (
    <>
      <div className={styles.wide}>
        <List label="Results">
          {results.map((result) => {
            const { icon: Icon, word } = resultKinds[result.kind]
            return (
              <ListRow
                key={result.name}
                lead={<Icon size={14} aria-hidden />}
                title={result.label}
                value={word}
                isSelected={result === shown}
                onPress={() => onChange({ output: result.name })}
              />
            )
          })}
        </List>
      </div>
      {shown && <ShownResult key={shown.id} result={shown} {...{ settings, onChange, onRefresh, colours }} />}
    </>
  )
}

type ShownResultProps = Omit<TaskResultsProps, 'task'> & { result: Result; colours: ReadonlyMap<string, string> }

function ShownResult({ result, colours, settings, onChange, onRefresh }: ShownResultProps) {
  const { label, description, figures, kind } = result
  return (
    <section aria-label={label} className={styles.part}>
      {description && <p className={styles.note}>{description}</p>}
      {isOnMap(result) ? (
        <ResultOnMap {...{ result, settings, onChange, onRefresh }} />
      ) : kind === 'table' ? (
        <TableResult {...{ result, colours, onRefresh }} />
      ) : (
        <p className={styles.note}>It can not be shown here; the download has it.</p>
      )}
      {figures.length > 0 && (
        <PropertyList>
          {figures.map((figure) => (
            <Property key={figure.label} label={figure.label} value={figure.value} digits={4} />
          ))}
        </PropertyList>
      )}
    </section>
  )
}
