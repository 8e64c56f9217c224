import type { Scene as StacScene } from '#src/contract/stac.ts'
import { polygonsOf, type Area } from '#src/geo/rings.ts'

/** Where a scene was found: in the archive it can be ordered, in the search for analysis an AOI can be made of it. */
export type SceneSource = 'archive' | 'analysis'

/** A STAC item of either dialect as the screens want it. Missing figures stay undefined, never 0. */
export type Scene = {
  /** Unique over all collections, for lists and the map. */
  key: string
  id: string
  collectionId: string
  title: string
  /** As people call it: Firefly FF01, TD2, Sentinel-2. */
  satellite: string
  /** RFC 3339, UTC */
  datetime: string
  footprint: Area | null
  cloudCoverPercent?: number
  gsdM?: number
  offNadirDeg?: number
  sunElevationDeg?: number
  sunAzimuthDeg?: number
  epsg?: number
  /** Processing level, as L2A. */
  level?: string
  thumbnailUrl?: string
  /** None when nobody asked. */
  sources: readonly SceneSource[]
  item: StacScene
}

export function sceneKey(collectionId: string, id: string): string {
  return `${collectionId}/${id}`
}

export function toScene(item: StacScene, sources: readonly SceneSource[] = []): Scene {
  const { properties, geometry } = item
  const collectionId = item.collection ?? ''
  const epsg = epsgOf(properties['proj:code'], properties['proj:epsg'])
  return {
    key: sceneKey(collectionId, item.id),
    id: item.id,
    collectionId,
    title: properties.title || item.id,
    satellite: satelliteOf(item),
    datetime: properties.datetime ?? properties.startdatetime ?? '',
    footprint: geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon' ? filled(geometry) : null,
    ...figure('cloudCoverPercent', properties['eo:cloud_cover']),
    ...figure('gsdM', properties.gsd),
    ...figure('offNadirDeg', properties['view:off_nadir']),
    ...figure('sunElevationDeg', properties['view:sun_elevation']),
    ...figure('sunAzimuthDeg', properties['view:sun_azimuth']),
    ...(epsg !== undefined && { epsg }),
    ...(properties['rd:product_level'] && { level: properties['rd:product_level'] }),
    ...thumbnail(item),
    sources,
    item,
  }
}

/** Without corners it is not drawn, measured or fitted. */
function filled(area: Area): Area | null {
  return polygonsOf(area).some((rings) => (rings[0]?.length ?? 0) >= 4) ? area : null
}

function figure<Name extends keyof Scene>(name: Name, value: number | null | undefined): { [N in Name]?: number } {
  return typeof value === 'number' ? ({ [name]: value } as { [N in Name]?: number }) : {}
}

/** The archive writes `EPSG:32633`, catalogs a bare number. */
function epsgOf(code: string | null | undefined, bare: number | null | undefined): number | undefined {
  const written = /^EPSG:(\d+)$/i.exec(code ?? '')?.[1]
  return written ? Number(written) : (bare ?? undefined)
}

function thumbnail({ assets }: StacScene): { thumbnailUrl?: string } {
  const found = Object.entries(assets ?? {}).find(
    ([name, { roles }]) => name === 'thumbnail' || roles?.includes('thumbnail'),
  )
  return found ? { thumbnailUrl: found[1].href } : {}
}

function satelliteOf({ properties, collection }: StacScene): string {
  const { platform, constellation } = properties
  if (!platform) return constellation || collection || ''
  // Short codes say little alone: FF01 is one of the Fireflies.
  return /^FF\d+$/.test(platform) ? `Firefly ${platform}` : platform
}
