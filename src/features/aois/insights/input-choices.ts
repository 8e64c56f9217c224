import { readResults } from '#src/blocks/results/result.ts'
import type { Result } from '#src/blocks/results/result.ts'
import type { Asset } from '#src/contract/assets.ts'
import type { DataType } from '#src/contract/data-type.ts'
import type { Insight } from '#src/contract/insights.ts'
import type { BandTable } from '#src/formula/bands.ts'

/** Something that a block can be given: a picture of the AOI, or what an earlier insight made. */
export type InputChoice = {
  id: string
  kind: 'raster' | 'vector'
  label: string
  description: string
  /** The day of a picture; absent for computed files. */
  date?: string
  bands: BandTable
  /** What the API is told. */
  data: Pick<DataType, 'value' | 'asset_source'>
  url?: string
}

/** The pictures of an AOI, the newest first, then the results of its insights. */
export function inputChoices(
  assets: readonly Asset[],
  insights: readonly Insight[],
  satelliteBands: BandTable,
): InputChoice[] {
  const mosaics = assets
    .filter(({ asset_type, status, path }) => asset_type === 'mosaic' && status === 'success' && path)
    .toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
  const results = insights
    .filter(({ status, deleted_at }) => status === 'completed' && !deleted_at)
    .flatMap((insight) => readResults(insight.output).flatMap((result) => ofInsight(insight, result)))
  return [...mosaics.map((asset) => ofAsset(asset, satelliteBands)), ...results]
}

function ofAsset({ id, name, date, band_list: names, path }: Asset, satelliteBands: BandTable): InputChoice {
  const day = date?.slice(0, 10)
  const known = new Map(satelliteBands.map((band) => [band.name, band]))
  return {
    id: `asset ${id}`,
    kind: 'raster',
    label: day ?? name ?? id,
    description: name ?? '',
    bands: names && names.length > 0 ? names.map((band) => known.get(band) ?? { name: band }) : satelliteBands,
    data: { asset_source: { id, type: 'raw_mosaic' } },
    ...(day && { date: day }),
    ...(path && { url: path }),
  }
}

function ofInsight(insight: Insight, { kind, name, label, bands, url, data }: Result): InputChoice[] {
  if (kind !== 'raster' && kind !== 'vector') return []
  const source = data.asset_source ?? { id: insight.id, type: 'insight', output: name }
  return [
    {
      id: `insight ${insight.id} ${name}`,
      kind,
      label,
      description: insight.name ?? '',
      bands: bands.map((band) => ({ name: band.name })),
      data: { asset_source: source, ...(data.value && { value: data.value }) },
      ...(url && { url }),
    },
  ]
}
