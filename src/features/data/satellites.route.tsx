import { useQuery } from '@tanstack/react-query'
import { Satellite as SatelliteIcon } from 'lucide-react'
import { NoAnswer } from '#src/answers/no-answer.tsx'
import { satelliteQueries } from '#src/api/satellites.ts'
import type { Satellite } from '#src/contract/satellites.ts'
import { paths } from '#src/paths.ts'
import { BandSpectrum } from '#src/scenes/band-spectrum.tsx'
import { BandTable } from '#src/scenes/band-table.tsx'
import { byWavelength, toBand } from '#src/scenes/scene-bands.ts'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { List } from '#src/ui/data/list.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { DataTabs } from './data-tabs.tsx'
import { words } from './words.ts'

export function Component() {
  const query = useQuery(satelliteQueries.list())
  const satellites = query.data?.satellites
  return (
    <DataTabs selected="satellites">
      <NoAnswer query={query} loading={words.loading} />
      {satellites?.length === 0 && <EmptyState icon={SatelliteIcon}>{words.noSatellites}</EmptyState>}
      {satellites?.map((satellite, i) => (
        <SatelliteSection key={satellite.id} satellite={satellite} isFirst={i === 0} />
      ))}
    </DataTabs>
  )
}

function SatelliteSection({
  satellite: { name, bands: told, collections },
  isFirst,
}: {
  satellite: Satellite
  isFirst: boolean
}) {
  const bands = byWavelength(
    told.map((band) => toBand({ name: band.name, centre: band.wavelength, gsdM: band.spatial_resolution })),
  )
  const distances = bands.flatMap(({ gsdM }) => gsdM ?? [])
  const finest = distances.length > 0 ? Math.min(...distances) : undefined
  return (
    <Section title={name} summary={words.bandsAndGsd(bands.length, finest)} defaultExpanded={isFirst}>
      <BandSpectrum bands={bands} />
      <BandTable bands={bands} />
      <List label={words.inCollections}>
        {collections.map(({ id, name: title, queryables }) => (
          <ListRow
            key={id}
            href={paths.collection(id)}
            title={title || id}
            meta={queryables.length > 0 ? `${words.filters} ${queryables.join(', ')}` : undefined}
          />
        ))}
      </List>
    </Section>
  )
}
