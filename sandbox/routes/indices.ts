import { randomUUID } from 'node:crypto'
import type { NewIndex } from '#src/contract/indices.ts'
import { bind } from '#src/formula/bind.ts'
import { isColormap } from '#src/formula/colormaps.ts'
import { parseComposite, parseFormula } from '#src/formula/parse.ts'
import { timestamp } from '#sandbox/clock.ts'
import { findSensor } from '#sandbox/database/sensor-list.ts'
import type { ListedSensor } from '#sandbox/database/sensor-list.ts'
import type { IndexRow } from '#sandbox/database/tables.ts'
import { invalidFields, quote, refusal } from '#sandbox/errors.ts'
import type { FieldProblem } from '#sandbox/errors.ts'
import { api } from './implement.ts'

export const indexRoutes = {
  listIndices: api.indices.listIndices.handler(async ({ input, context: { sandbox } }) => {
    const { limit = 10, offset = 0, satellite_id, type, expression_type, index_id } = input.query
    let rows = sandbox.database.query.selectFrom('indices')
    if (satellite_id) rows = rows.where('satellite_id', '=', satellite_id)
    if (type) rows = rows.where('type', '=', type)
    if (expression_type) rows = rows.where('expression_type', '=', expression_type)
    if (index_id) rows = rows.where('id', '=', index_id)
    const { total } = await rows.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const page = await rows
      .selectAll()
      .orderBy('type', 'desc')
      .orderBy('name')
      .orderBy('id')
      .limit(limit)
      .offset(offset)
      .execute()
    return { indices: page.map(indexView), pagination: { limit, offset, total } }
  }),

  createIndex: api.indices.createIndex.handler(async ({ input: { body }, context: { sandbox } }) => {
    const { query } = sandbox.database
    const sensor = findSensor(sandbox.database, body.satellite_id)
    if (!sensor)
      throw invalidFields([{ field: 'satellite_id', reason: `No satellite has the id ${quote(body.satellite_id)}.` }])
    const { bands, problems } = checkExpression(body, sensor)
    const [low, high] = body.rescale as [number, number]
    if (!(low < high))
      problems.push({ field: 'rescale', reason: 'The lower end of the range lies below the upper one.' })
    if (!isColormap(body.colormap))
      problems.push({
        field: 'colormap',
        reason: `${quote(body.colormap)} is not a colour map. Try viridis, rdylgn or rplumbo.`,
      })
    if (problems.length > 0) throw invalidFields(problems)
    const now = timestamp(sandbox.clock)
    const row: IndexRow = {
      id: randomUUID(),
      satellite_id: body.satellite_id,
      type: 'custom',
      name: body.name,
      description: body.description,
      expression: body.expression,
      expression_type: body.expression_type,
      rescale_json: JSON.stringify(body.rescale),
      colormap: body.colormap,
      bands_json: JSON.stringify(bands),
      theoretical_json: null,
      created_at: now,
      updated_at: now,
    }
    await query.transaction().execute(async (trx) => {
      const taken = await trx
        .selectFrom('indices')
        .select('id')
        .where('satellite_id', '=', body.satellite_id)
        .where('name', '=', body.name)
        .executeTakeFirst()
      if (taken) {
        throw refusal(409, `${sensor.name} has an index named ${quote(body.name)} already. Choose another name.`, {
          fields: [{ field: 'name', reason: 'This name is taken.' }],
        })
      }
      await trx.insertInto('indices').values(row).execute()
    })
    return indexView(row)
  }),
}

/** Which bands the expression reads, or where it can not be read. Places are counted in characters from 1. */
function checkExpression(
  { expression, expression_type }: NewIndex,
  sensor: ListedSensor,
): { bands: string[]; problems: FieldProblem[] } {
  const parsed = expression_type === 'composite' ? parseComposite(expression) : parseFormula(expression)
  const wrong = (errors: { message: string; start: number }[]) => ({
    bands: [],
    problems: errors.map(({ message, start }) => ({
      field: 'expression',
      reason: `${message} (at character ${start + 1})`,
    })),
  })
  if (!parsed.ok) return wrong(parsed.errors)
  const bands = new Set<string>()
  for (const tree of 'trees' in parsed ? parsed.trees : [parsed.tree]) {
    const bound = bind(tree, sensor.bands)
    if (!bound.ok) return wrong(bound.errors)
    for (const used of bound.bandsUsed) bands.add(sensor.bands[used]!.name)
  }
  if (expression_type === 'grayscale' && bands.size !== 1) {
    return { bands: [], problems: [{ field: 'expression', reason: 'A greyscale picture shows one band.' }] }
  }
  return { bands: [...bands], problems: [] }
}

function indexView({ rescale_json, bands_json, theoretical_json: _, ...row }: IndexRow) {
  return { ...row, rescale: JSON.parse(rescale_json) as number[], bands: JSON.parse(bands_json) as string[] }
}
