import type { IsoDay } from '#src/ui/field/iso-day.ts'
import type { ItemProblem } from '../order-problems.ts'
import { maxNameLength, windowOf, type OrderDraft } from './order-draft.ts'

/** The parts of the form that something can be wrong with. */
type DraftField =
  | 'area'
  | 'recurrence'
  | 'from'
  | 'to'
  | 'count'
  | 'cloud'
  | 'offNadir'
  | 'bandset'
  | 'name'
  | 'usecase'
  | 'project'
  | 'store'
  | 'folder'

export type DraftProblems = Partial<Record<DraftField, string>>

/** What can be told before the service is asked. `missing` is not wrong yet, but keeps it from being asked. */
export function draftProblems(
  draft: OrderDraft,
  { firstDay, hasArea, hasProject }: { firstDay: IsoDay; hasArea: boolean; hasProject: boolean },
): { wrong: DraftProblems; missing: DraftProblems } {
  const { from, to } = windowOf(draft, firstDay)
  return {
    missing: {
      ...(!hasArea && { area: 'Draw the area, or type its coordinates.' }),
      ...(!draft.bandset && { bandset: 'Choose the bands.' }),
      ...(!draft.usecase.trim() && { usecase: 'Say what the pictures are for.' }),
      ...(!hasProject && { project: 'Choose a project.' }),
    },
    wrong: {
      ...(from < firstDay && {
        from: `Start on ${firstDay} or later: a satellite is not turned sooner than 24 hours from now.`,
      }),
      ...(to !== undefined && to < from && { to: 'The last day lies before the first.' }),
      ...(draft.name.trim().length > maxNameLength && {
        name: `At most ${maxNameLength} characters; these are ${draft.name.trim().length}.`,
      }),
    },
  }
}

/** The wire's fields, by how their paths begin, and the part of the form each belongs to. */
const places: readonly (readonly [path: string, field: DraftField])[] = [
  ['geometry', 'area'],
  ['bandset', 'bandset'],
  ['recurrence', 'recurrence'],
  ['start_date', 'from'],
  ['end_date', 'to'],
  ['no_of_occurrences', 'count'],
  ['cloud_cover', 'cloud'],
  ['off_nadir', 'offNadir'],
  ['name', 'name'],
  ['usecase', 'usecase'],
  ['project_id', 'project'],
  ['cloud_delivery.path', 'folder'],
  ['cloud_delivery', 'store'],
]

/** What the service has against an item, by the part of the form it belongs to; `others` belong to none. */
export function refusalsByField(problems: readonly ItemProblem[]): { byField: DraftProblems; others: ItemProblem[] } {
  const byField: DraftProblems = {}
  const others: ItemProblem[] = []
  for (const problem of problems) {
    const place = places.find(([path]) => problem.field === path || problem.field.startsWith(`${path}.`) || problem.field.startsWith(`${path}[`)) // prettier-ignore
    if (!place) others.push(problem)
    else byField[place[1]] = [byField[place[1]], problem.reason].filter(Boolean).join(' ')
  }
  return { byField, others }
}
