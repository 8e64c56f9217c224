import { isInsightSettled } from '#src/api/insights.ts'
import type { InsightRequest } from '#src/api/insights.ts'
import { readDataTypes } from '#src/contract/data-type.ts'
import type { DataType } from '#src/contract/data-type.ts'
import type { Insight } from '#src/contract/insights.ts'
import { blockOf } from './insight-block.ts'

/** The insight that a request made: it carries the request's own mark. */
export function madeBy(requestId: string, insights: readonly Insight[]): Insight | undefined {
  return insights.find(({ metadata }) => metadata?.['request'] === requestId)
}

/** An insight that runs now with the same block and the same inputs: running it twice pays twice for one result. */
export function runningTwin(
  { block, input }: Pick<InsightRequest, 'block' | 'input'>,
  insights: readonly Insight[],
): Insight | undefined {
  const asked = input.map(signature)
  return insights.find((insight) => {
    const ran = blockOf(insight)
    if (isInsightSettled(insight) || ran?.name !== block.name || ran?.version !== block.version) return false
    // The service fills in what was left out, so it may list more inputs than were sent.
    const given = new Set(readDataTypes(insight.input).map(signature))
    return asked.every((one) => given.has(one))
  })
}

function signature({ name, value, asset_source: source }: DataType): string {
  return JSON.stringify([name, source ? [source.id, source['output'] ?? null] : (value ?? null)])
}
