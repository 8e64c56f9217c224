import type { OrderItemRequest } from '#src/contract/order-item-request.ts'
import { timestamp } from '#sandbox/clock.ts'
import { quote as quoted } from '#sandbox/errors.ts'
import type { FieldProblem } from '#sandbox/errors.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { feasibility } from '#sandbox/tasking/feasibility.ts'
import { stripProblem, stripsOver } from '#sandbox/tasking/strips.ts'
import { captureTier } from './capture-tier.ts'
import { areaOf, commonProblems } from './check-item.ts'
import type { Prepared } from './check-item.ts'
import { maxOccurrences, occurrences } from './occurrences.ts'
import { minimumAreaUplift, quoteTasking, roundTokens } from './pricing.ts'

const dayMs = 86_400_000
/** The service's rule: a satellite is not turned sooner. */
const leadMs = dayMs
/** Climate says nothing about more. */
const horizonMs = 5 * 366 * dayMs

/** Percent and degrees when the request says nothing: the service's defaults. */
const defaultCloudCover = 20
const defaultOffNadir = 20

/** Checks and prices an item of new pictures, once or recurring. The contract has made sure that its fields go together. */
export async function prepareTaskingItem(
  sandbox: Sandbox,
  request: OrderItemRequest,
  field: string,
): Promise<Prepared> {
  const problems = await commonProblems(sandbox, request, field)
  const bandset = await findBandset(sandbox, request.bandset?.bandset_id ?? '')
  if (!bandset)
    problems.push({
      field: `${field}.bandset.bandset_id`,
      reason: `No bandset has the id ${quoted(request.bandset?.bandset_id ?? '')}.`,
    })
  const nowMs = sandbox.clock.nowMs()
  const windows = windowsOf(request)
  problems.push(...dateProblems(request, windows, nowMs, field))
  if (problems.length > 0 || !bandset) return { problems }

  const { area, areas } = areaOf(request)
  const strips = stripsOver(area)
  const tooMuch = stripProblem(area, strips, bandset.bands.length)
  if (tooMuch) return { problems: [{ field: `${field}.geometry`, reason: tooMuch }] }

  const first = windows[0]!
  const tier = captureTier(first, nowMs)
  const cloudCover = tier.anyCloud ? 100 : (request.cloud_cover ?? defaultCloudCover)
  const offNadir = request.off_nadir ?? defaultOffNadir
  const quote = quoteTasking(areas, {
    captures: bandset.captures,
    occurrences: windows.length,
    upliftPercent: tier.upliftPercent,
  })
  const check = feasibility(strips, first, { cloudCoverPercent: cloudCover, offNadirDeg: offNadir })
  const tierUplift = {
    title: tier.name,
    subtitle: `${tier.why}${tier.anyCloud ? ', with any cloud cover' : ''}`,
    percentage: tier.upliftPercent,
    amount: quote.upliftAmount,
  }
  // The contract gives feasibility one word; here alone a submitted item has room for the reason.
  const reason = { title: 'Feasibility', subtitle: check.reason, percentage: 0, amount: 0 }
  const recurrence = request.recurrence as 'ONCE'
  const document = {
    name: request.name ?? `${windows.length === 1 ? 'New picture' : `${windows.length} new pictures`}, ${bandset.name}`,
    usecase: request.usecase,
    area: Math.max(1, Math.round(quote.areaKm2)),
    base_amount: quote.baseAmount,
    final_amount: quote.finalAmount,
    tokens_used: Math.round(quote.finalAmount),
    uplifts: [tierUplift, ...minimumAreaUplift(quote), ...(check.status === 'SUCCESS' ? [] : [reason])],
    payment_status: 'PAID',
    feasibility_status: check.status,
    feasibility_reason: check.reason,
    last_feasibility_check: timestamp(sandbox.clock),
    recurrence,
    start_date: moment(first.startMs),
    end_date: moment(windows.at(-1)!.endMs),
    no_of_occurrences: windows.length,
    occurrences: windows.map(({ startMs, endMs }) => ({ start: moment(startMs), end: moment(endMs) })),
    cloud_cover: cloudCover,
    off_nadir: offNadir,
    delivery_speed: 'STANDARD',
    image_type: 'VNIR',
    bandset: { bandset_id: bandset.id, bands: bandset.bands },
    number_of_bands: bandset.bands.length,
    images: [],
    cloud_delivery: request.cloud_delivery ?? null,
  }
  const tasks = windows.map(({ startMs, endMs }, number) => ({
    // Later pictures of a recurring item wait for their own check.
    status: number === 0 ? 'SUBMITTED' : 'DRAFT',
    start_date: moment(startMs),
    end_date: moment(endMs),
    tokens_used: roundTokens(quote.finalAmount / windows.length),
    strips: strips.length,
    scenes_json: '[]',
  }))
  const type = recurrence === 'ONCE' ? 'TASKING' : 'RECURRING'
  return {
    problems: [],
    item: {
      type,
      areaKm2: quote.areaKm2,
      finalAmount: quote.finalAmount,
      document,
      tasks,
      work: { kind: 'capture-task', afterMs: 0 },
    },
  }
}

async function findBandset({ database }: Sandbox, id: string) {
  const row = await database.query.selectFrom('bandsets').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { ...row, bands: JSON.parse(row.bands_json) as { name: string; wavelength: number }[] }
}

function windowsOf({ recurrence, start_date, end_date, no_of_occurrences }: OrderItemRequest) {
  if (!start_date || !recurrence || recurrence === 'NOT_APPLICABLE') return []
  const end = end_date ? { endMs: Date.parse(end_date) } : { count: no_of_occurrences ?? 0 }
  return occurrences(recurrence, Date.parse(start_date), end)
}

function dateProblems(
  request: OrderItemRequest,
  windows: ReturnType<typeof windowsOf>,
  nowMs: number,
  field: string,
): FieldProblem[] {
  const [first] = windows
  const last = windows.at(-1)
  if (!first || !last) return [{ field: `${field}.end_date`, reason: 'The window holds no picture.' }]
  const problems: FieldProblem[] = []
  if (first.startMs < nowMs + leadMs) {
    problems.push({
      field: `${field}.start_date`,
      reason: `Start at least 24 hours from now: ${moment(Math.ceil((nowMs + leadMs) / dayMs) * dayMs).slice(0, 10)} or later.`,
    })
  }
  const endField = request.end_date ? `${field}.end_date` : `${field}.no_of_occurrences`
  if (windows.length > maxOccurrences)
    problems.push({ field: endField, reason: `At most ${maxOccurrences} pictures are planned at once.` })
  else if (last.endMs > nowMs + horizonMs)
    problems.push({ field: endField, reason: 'Pictures are planned at most five years ahead.' })
  return problems
}

const moment = (ms: number) => new Date(ms).toISOString()
