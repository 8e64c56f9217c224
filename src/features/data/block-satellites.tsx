import { useQuery } from '@tanstack/react-query'
import { NoAnswer } from '#src/answers/no-answer.tsx'
import { satelliteQueries } from '#src/api/satellites.ts'
import type { BlockSpec } from '#src/blocks/block-spec.ts'
import { problemsWithBands } from '#src/blocks/missing-bands.ts'
import type { Satellite } from '#src/contract/satellites.ts'
import { bandTable } from '#src/scenes/satellite-bands.ts'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import styles from './block.module.css'
import { words } from './words.ts'

/** Which satellites' pictures a block can work on; of the others, which bands they lack. */
export function BlockSatellites({ block }: { block: BlockSpec }) {
  const query = useQuery(satelliteQueries.list())
  const all = (query.data?.satellites ?? []).map((satellite) => ({ satellite, reasons: reasonsFor(block, satellite) }))
  const ordered = all.toSorted((a, b) => Number(a.reasons.length > 0) - Number(b.reasons.length > 0))
  return (
    <>
      <NoAnswer query={query} loading={words.loading} rows={4} />
      <ul className={styles.satellites}>
        {ordered.map(({ satellite: { id, name }, reasons }) => (
          <li key={id}>
            <span className={styles.satellite}>
              {name}
              <StatusBadge
                tone={reasons.length === 0 ? 'ok' : 'idle'}
                word={reasons.length === 0 ? words.canRun : words.canNotRun}
              />
            </span>
            {reasons.map((reason) => (
              <span key={reason} className={styles.limits}>
                {reason}.
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The service's word counts first; where it says nothing, the bands do. */
function reasonsFor(block: BlockSpec, satellite: Satellite): string[] {
  const missing = problemsWithBands(block, bandTable(satellite))
  if (!block.collections) return missing
  if (satellite.collections.some(({ id }) => block.collections?.includes(id))) return []
  return missing.length > 0 ? missing : ['The service does not list its collections for this block']
}
