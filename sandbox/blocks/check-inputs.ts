import type { FeatureCollection } from 'geojson'
import type { DataType } from '#src/contract/data-type.ts'
import type { BandTable } from '#src/formula/bands.ts'
import { findSensor } from '#sandbox/database/sensor-list.ts'
import type { AoiRow } from '#sandbox/database/tables.ts'
import { quote } from '#sandbox/errors.ts'
import type { FieldProblem } from '#sandbox/errors.ts'
import { withCog } from '#sandbox/raster/cog-reader.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import type { Block, DateParameter, NumberParameter, Parameter, RasterParameter } from './block.ts'
import { inputView } from './block-view.ts'
import { bandProblem } from './blocks.ts'
import { formulaProblem } from './formula-reader.ts'
import { findRaster, findVector, seriesOf } from './input-files.ts'
import type { RasterFile } from './input-files.ts'

/** Inputs of a block, found and checked: what the pixel task needs, and what is stored and shown. */
export type CheckedInputs = {
  pictures: Record<string, RasterFile[]>
  vectors: Record<string, string | FeatureCollection>
  values: Record<string, string | number>
  /** with defaults filled in */
  filled: DataType[]
}

/**
 * Finds the files that the inputs speak of and checks the values. Problems name the input: `input.clusters`. The AOI is
 * where assets and insights are looked up.
 */
export async function checkInputs(
  sandbox: Sandbox,
  aoi: AoiRow,
  block: Block,
  given: readonly DataType[],
): Promise<{ inputs: CheckedInputs; problems: FieldProblem[] }> {
  const inputs: CheckedInputs = { pictures: {}, vectors: {}, values: {}, filled: [] }
  const problems: FieldProblem[] = []
  const names = block.inputs.map(({ name }) => name)
  for (const [i, { name }] of given.entries()) {
    if (!names.includes(name))
      problems.push({
        field: `input[${i}].name`,
        reason: `${block.title} has no input ${quote(name)}; it takes ${names.join(', ')}.`,
      })
    else if (given.findIndex((other) => other.name === name) < i)
      problems.push({ field: `input[${i}].name`, reason: `The input ${name} is given twice.` })
  }
  let bands: BandTable | null = null
  for (const parameter of block.inputs) {
    const data = given.find(({ name }) => name === parameter.name)
    const wrong = (reason: string) => problems.push({ field: `input.${parameter.name}`, reason })
    inputs.filled.push({ ...inputView(parameter), ...data, value: data?.value ?? inputView(parameter).value ?? null })
    if (parameter.kind === 'raster') {
      const files = await rasterFiles(sandbox, aoi, parameter, data, given, wrong)
      if (files) {
        inputs.pictures[parameter.name] = files
        bands ??= await bandsOf(files[0]!)
      }
    } else if (parameter.kind === 'vector') {
      const vector = data && (await findVector(sandbox, aoi, data))
      if (vector) inputs.vectors[parameter.name] = vector
      else wrong('Give the area of the AOI or the polygons of an earlier step (asset_source).')
    } else {
      const value = checkedValue(parameter, data?.value, bands, wrong)
      if (value !== null) inputs.values[parameter.name] = value
    }
  }
  return { inputs, problems }
}

async function rasterFiles(
  sandbox: Sandbox,
  aoi: AoiRow,
  parameter: RasterParameter,
  data: DataType | undefined,
  given: readonly DataType[],
  wrong: (reason: string) => void,
): Promise<RasterFile[] | null> {
  if (!data) {
    wrong('Choose a picture of the AOI: give asset_source with the id of a ready mosaic.')
    return null
  }
  const file = await findRaster(sandbox, aoi, data)
  if (!file) {
    wrong('Neither asset_source nor stac_url names a ready mosaic of this AOI or a result of an earlier run.')
    return null
  }
  const problem = bandProblem(parameter, await bandsOf(file))
  if (problem) {
    const satellite = findSensor(sandbox.database, aoi.satellite_id)?.name ?? 'This satellite'
    wrong(`${satellite} can not serve this block. ${problem}`)
    return null
  }
  if (!parameter.leastDates) return [file]
  // A day that can not be read is told at its own input.
  const day = (name: string) => dayOf(given.find((one) => one.name === name)?.value ?? '')
  const series = await seriesOf(sandbox, aoi, day('start_date'), day('end_date'))
  const dates = new Set(series.map(({ date }) => date)).size
  if (dates >= parameter.leastDates) return series
  wrong(`At least ${parameter.leastDates} dates are needed; the AOI has ${dates} ready in the period.`)
  return null
}

const bandsOf = ({ path }: RasterFile): Promise<BandTable> => withCog(path, ({ info }) => info.bands)

/** The value of a date, number, choice or formula; null (after telling why) when it can not be used. */
function checkedValue(
  parameter: Exclude<Parameter, { kind: 'raster' | 'vector' }>,
  value: string | null | undefined,
  bands: BandTable | null,
  wrong: (reason: string) => void,
): string | number | null {
  if (parameter.kind === 'date') return checkedDate(parameter, value, wrong)
  const text = value === null || value === undefined || value === '' ? String(parameter.default) : value
  if (parameter.kind === 'number') return checkedNumber(parameter, text, wrong)
  if (parameter.kind === 'choice') {
    if (parameter.options.includes(text)) return text
    wrong(`Choose one of ${parameter.options.join(', ')}.`)
    return null
  }
  const problem = formulaProblem(text, bands ?? [])
  if (!problem || !bands) return text
  wrong(problem)
  return null
}

function checkedNumber(
  { min, max, integer, unit }: NumberParameter,
  text: string,
  wrong: (reason: string) => void,
): number | null {
  const number = text.trim() === '' ? NaN : Number(text)
  if (number >= min && number <= max && (!integer || Number.isInteger(number))) return number
  wrong(`Give a ${integer ? 'whole ' : ''}number from ${min} to ${max}${unit ? ` (${unit})` : ''}.`)
  return null
}

function checkedDate(
  { end }: DateParameter,
  value: string | null | undefined,
  wrong: (reason: string) => void,
): string | null {
  if (!value) return null
  const day = dayOf(value)
  if (!day) wrong(`Give the ${end} day as YYYY-MM-DD.`)
  return day ?? null
}

/** The day of a date or a moment; undefined when there is none such. */
function dayOf(text: string): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(text)?.[0]
  return day !== undefined && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
    ? day
    : undefined
}
