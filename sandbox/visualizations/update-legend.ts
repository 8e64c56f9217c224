import type { LegendItemUpdate, LegendUpdate, VisualizationMode } from '#src/contract/legend.ts'
import type { LegendClass } from '#src/formula/presets/preset.ts'
import { timestamp } from '#sandbox/clock.ts'
import type { IndexRow, VisualizationRow } from '#sandbox/database/tables.ts'
import { invalidFields } from '#sandbox/errors.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { rastersOf } from '#sandbox/work/render-visualization.ts'
import { countAreas, dynamicClasses } from './legend.ts'
import type { CountedClass, Legend } from './legend.ts'

/** The classes of one mode, by day. */
export type ClassesByDay = Record<string, CountedClass[]>

/**
 * The classes that an update asks for, with their areas counted. In dynamic mode, what is null is computed: bounds from the
 * values of the day and the number of bins, colours from the colour map.
 * @throws 400 by day when there is no such day, or the classes overlap or have the wrong colours.
 */
export async function classesOfUpdate(
  sandbox: Sandbox,
  row: VisualizationRow,
  index: IndexRow,
  update: LegendUpdate,
): Promise<ClassesByDay> {
  const legend = JSON.parse(row.computed_legend_json) as Legend
  const classesByDay: ClassesByDay = {}
  const mode = update.visualization_mode
  for (const [date, items] of Object.entries(update.legend)) {
    const field = `legend.${date}`
    const known = legend[date]?.dynamic
    if (!known || !legend[date]?.[mode])
      throw invalidFields([{ field, reason: `There is no ${mode} legend for this day.` }])
    const [min, max] = [known[0]!.min, known.at(-1)!.max]
    const computed =
      mode === 'dynamic' ? dynamicClasses(min, max, update.dynamic_bins ?? known.length, index.colormap) : []
    const classes =
      mode === 'dynamic'
        ? computed.map((entry, i) => merged(entry, items?.[i]))
        : (items ?? []).map((item) => merged(fixed(item), item))
    checkClasses(classes, field)
    const { sets } = await countAreas(sandbox, await rastersOf(sandbox, row.id, date.replaceAll('_', '-')), [classes])
    classesByDay[date] = sets[0]!
  }
  return classesByDay
}

/** Puts classes of one mode into the legend as it is now: others may have been saved while these were counted. */
export async function saveClasses(
  { database, clock }: Sandbox,
  visualizationId: string,
  mode: VisualizationMode,
  classesByDay: ClassesByDay,
): Promise<Legend> {
  return database.query.transaction().execute(async (trx) => {
    const { legend_json } = await trx
      .selectFrom('visualizations')
      .select('legend_json')
      .where('id', '=', visualizationId)
      .executeTakeFirstOrThrow()
    const legend = JSON.parse(legend_json) as Legend
    for (const [date, classes] of Object.entries(classesByDay)) legend[date] = { ...legend[date], [mode]: classes }
    await trx
      .updateTable('visualizations')
      .set({ legend_json: JSON.stringify(legend), updated_at: timestamp(clock) })
      .where('id', '=', visualizationId)
      .execute()
    return legend
  })
}

const fixed = ({ min, max }: LegendItemUpdate): LegendClass => ({
  min: min ?? 0,
  max: max ?? 0,
  label: `${min} – ${max}`,
  color: '#808080',
})

function merged(entry: LegendClass, item: LegendItemUpdate | undefined): LegendClass {
  return {
    color: item?.color ?? entry.color,
    label: item?.label ?? entry.label,
    min: item?.min ?? entry.min,
    max: item?.max ?? entry.max,
  }
}

function checkClasses(classes: LegendClass[], field: string) {
  if (classes.length === 0) throw invalidFields([{ field, reason: 'A legend has at least one class.' }])
  for (const [i, { min, max, color }] of classes.entries()) {
    const wrong = (what: string, reason: string) => invalidFields([{ field: `${field}[${i}].${what}`, reason }])
    if (!/^#[0-9a-f]{6}$/i.test(color)) throw wrong('color', 'Give a colour such as #2b83ba.')
    if (!(min < max)) throw wrong('max', 'The upper bound lies above the lower one.')
    const before = classes[i - 1]
    if (before && min < before.max - 1e-9) throw wrong('min', 'This class starts before the one before it ends.')
  }
}
