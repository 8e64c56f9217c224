import type { Polygon } from 'geojson'
import type { ValidationError } from '#src/contract/workflows.ts'
import { bboxPolygon } from '#src/geo/bbox-polygon.ts'
import { containsPoint } from '#src/geo/contains-point.ts'
import { utmAreaKm2 } from '#src/geo/utm-area-km2.ts'
import { bandProblem, findBlock, rasterInputs } from '#sandbox/blocks/blocks.ts'
import { searchScenes } from '#sandbox/database/scene-search.ts'
import { findSensor, listSensors } from '#sandbox/database/sensor-list.ts'
import type { ListedSensor } from '#sandbox/database/sensor-list.ts'
import { showcaseSites } from '#sandbox/earth/showcase-sites.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import type { DataNode, Graph } from './graph.ts'

/** Where a job will run: an AOI that is there, or one that is made of these scenes first. */
export type ChosenArea = { areaKm2: number; gsdM: number; bands: number; dates: number } & (
  | { aoiId: string }
  | { make: { name: string; satelliteId: string; provider: string; itemIds: string[]; geometry: Polygon } }
)

/** Enough for a first look, small enough to be computed while one waits. */
const sampleHalfDegrees = 0.01
const sampleMaxCloud = 20
const mostSampleDates = 6

/** The newest ready AOI of the project that suits, else a sample; the error says what to do when there is neither. */
export async function chooseArea(
  sandbox: Sandbox,
  graph: Graph,
  node: DataNode,
  projectId: string,
): Promise<ChosenArea | ValidationError> {
  const { query } = sandbox.database
  const leastDates = node.select.least_dates
  const aois = await query
    .selectFrom('aois')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('status', 'in', ['success', 'partial_success'])
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  for (const aoi of aois) {
    const sensor = findSensor(sandbox.database, aoi.satellite_id)
    if (!sensor || !suits(sensor, graph, node)) continue
    const mosaics = await query
      .selectFrom('assets')
      .select('date')
      .distinct()
      .where('aoi_id', '=', aoi.id)
      .where('asset_type', '=', 'mosaic')
      .where('status', '=', 'success')
      .execute()
    if (mosaics.length >= leastDates)
      return {
        aoiId: aoi.id,
        areaKm2: aoi.area_sq_m / 1e6,
        gsdM: sensor.gsdM,
        bands: sensor.bands.length,
        dates: mosaics.length,
      }
  }
  return (
    sampleArea(sandbox, graph, node) ?? {
      from: node.name,
      to: null,
      component_name: node.name,
      err: 'NO_AOI',
      reason: `The project has no ready AOI with at least ${leastDates} ${leastDates === 1 ? 'date' : 'dates'} of a satellite that has the bands this workflow needs. Create one from ${leastDates} or more scenes, wait until it is ready, and run the workflow again.`,
    }
  )
}

function sampleArea({ database }: Sandbox, graph: Graph, node: DataNode): ChosenArea | null {
  const sensors = listSensors(database).filter((sensor) => !sensor.own && suits(sensor, graph, node))
  const wanted = node.select.least_dates === 1 ? 1 : mostSampleDates
  for (const site of showcaseSites
    .filter(({ name }) => node.samples.includes(name))
    .toSorted((a, b) => node.samples.indexOf(a.name) - node.samples.indexOf(b.name))) {
    const geometry = square(site.lng, site.lat, sampleHalfDegrees)
    for (const sensor of sensors) {
      const conditions = [{ column: 'cloud_cover' as const, comparison: 'lt' as const, value: sampleMaxCloud }]
      const found = searchScenes(database, {
        area: geometry,
        collections: [sensor.collectionId],
        conditions,
        limit: wanted * 4,
        offset: 0,
      })
      const whole = found.filter((scene) => holds(JSON.parse(scene.footprint_json) as Polygon, geometry))
      const dates = new Map(whole.map((scene) => [new Date(scene.datetime_ms).toISOString().slice(0, 10), scene.id]))
      if (dates.size < node.select.least_dates) continue
      const itemIds = [...dates.values()].slice(0, wanted)
      const make = {
        name: `Sample of ${site.name}`,
        satelliteId: sensor.id,
        provider: sensor.provider,
        itemIds,
        geometry,
      }
      return {
        make,
        areaKm2: utmAreaKm2(geometry),
        gsdM: sensor.gsdM,
        bands: sensor.bands.length,
        dates: itemIds.length,
      }
    }
  }
  return null
}

/** Whether the blocks fed with pictures by the node can work on this sensor. */
function suits(sensor: ListedSensor, graph: Graph, node: DataNode): boolean {
  return graph.edges
    .filter(({ from }) => from.node === node.id && from.port === 'raster')
    .every(({ to }) => {
      const target = graph.nodes.find(({ id }) => id === to.node)
      const block = target?.kind === 'block' ? findBlock(target.block.name, target.block.version) : undefined
      const input = block && rasterInputs(block).find(({ name }) => name === to.port)
      // An edge that leads to no such input is a fault of the graph, which says so itself, and not of the area.
      return input === undefined || bandProblem(input, sensor.bands) === null
    })
}

function holds(footprint: Polygon, area: Polygon): boolean {
  return area.coordinates[0]!.every((corner) => containsPoint(footprint, corner))
}

function square(lng: number, lat: number, half: number): Polygon {
  return bboxPolygon([lng - half, lat - half, lng + half, lat + half]) as Polygon
}
