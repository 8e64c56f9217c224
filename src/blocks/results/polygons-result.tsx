import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { noticeFor } from '#src/api/errors.ts'
import { outputFileQueries } from '#src/api/output-files.ts'
import { useFitBounds } from '#src/map/fit-bounds.ts'
import { ColourRamp } from '#src/ui/data/colour-ramp.tsx'
import { Property, PropertyList } from '#src/ui/data/property-list.tsx'
import { Select } from '#src/ui/field/select.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { SkeletonRows } from '#src/ui/status/skeleton.tsx'
import { rampColours, usualColours } from './palettes.ts'
import { cellWords, PolygonTable } from './polygon-table.tsx'
import { PolygonsLayer } from './polygons.layer.tsx'
import { rangeOf, readPolygons } from './read-polygons.ts'
import type { ReadPolygons } from './read-polygons.ts'
import type { ResultOnMapProps } from './result-on-map.tsx'
import styles from './results.module.css'

/** Polygons that a block drew: on the map and as rows, coloured by one of their figures when asked. */
export function PolygonsResult(props: ResultOnMapProps) {
  const { result, onRefresh } = props
  const file = useQuery({ ...outputFileQueries.text(result.url ?? ''), select: readPolygons })
  if (file.data) return <Polygons polygons={file.data} {...props} />
  if (file.isPending) return <SkeletonRows label="Loading the polygons" rows={3} />
  return (
    <ErrorNotice
      {...noticeFor(file.error)}
      onRetry={() => void onRefresh().finally(() => void file.refetch())}
      isRetrying={file.isFetching}
    />
  )
}

function Polygons({ polygons, result, settings, onChange }: ResultOnMapProps & { polygons: ReadPolygons }) {
  const [selected, setSelected] = useState<number | null>(null)
  const fit = useFitBounds()
  const { collection, columns } = polygons
  const figures = columns.filter(({ isNumeric }) => isNumeric)
  // Polygons that were measured are coloured by the first mean, as that is why they were measured.
  const by = figures.find(({ name }) => (settings.by === null ? name.startsWith('mean_') : name === settings.by))
  const range = by ? rangeOf(polygons, by.name) : null
  const colours = settings.colours ?? usualColours(by?.name ?? '')
  const chosen = selected === null ? undefined : collection.features[selected]
  return (
    <>
      <PolygonsLayer
        name={`result-${result.id}`}
        collection={collection}
        opacity={settings.opacity / 100}
        colouring={by && range ? { property: by.name, ...range, colormap: colours } : null}
        selected={selected}
        onSelect={setSelected}
      />
      {figures.length > 0 && (
        <Select
          label="Coloured by"
          labelPlacement="side"
          options={[
            { id: none, label: 'Nothing, outlines only' },
            ...figures.map(({ name, label, unit }) => ({ id: name, label: unit ? `${label} (${unit})` : label })),
          ]}
          value={by?.name ?? none}
          onChange={(name) => onChange({ by: name })}
        />
      )}
      {by && range && (
        <ColourRamp
          label={by.label}
          colours={rampColours(colours)}
          min={range.min}
          max={range.max}
          {...(by.unit && { unit: by.unit })}
        />
      )}
      {chosen && (
        <PropertyList>
          {columns.map(({ name, label, unit }) => (
            <Property key={name} label={label} value={cellWords(chosen.properties?.[name])} {...(unit && { unit })} />
          ))}
        </PropertyList>
      )}
      <PolygonTable
        label={result.label}
        polygons={polygons}
        selected={selected}
        onSelect={(place) => {
          setSelected(place)
          const feature = collection.features[place]
          if (feature) fit(feature)
        }}
      />
      {collection.features.length === 0 && <p className={styles.note}>No polygons were found.</p>}
    </>
  )
}

const none = 'none'
