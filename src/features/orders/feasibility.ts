import type { OrderItem } from '#src/contract/order-items.ts'

/** What each word of the service means for the person who orders. */
const meanings: Record<string, string> = {
  SUCCESS: 'The picture can probably be taken as described.',
  WEAK_SUCCESS: 'The picture may not come out within the window.',
  FAILED: 'The picture can hardly be taken as described.',
  UNSPECIFIED: 'The service has not checked it yet.',
}

export const feasibilityMeaning = (status: string | null | undefined): string | undefined => meanings[status ?? '']

type Told = Pick<OrderItem, 'uplifts' | 'validation_errors'>

/**
 * Why a picture is not likely, where the service says it. The contract has no field for it: it comes among the remarks of
 * a placed item, and as a line without an amount in a quote.
 */
export function feasibilityReason({ uplifts, validation_errors: remarks }: Told): string | undefined {
  const remark = (remarks ?? []).flatMap((fields) => fields.feasibility_status ?? []).join(' ')
  return remark || (uplifts ?? []).find(isFeasibilityLine)?.subtitle || undefined
}

type UpliftLine = NonNullable<OrderItem['uplifts']>[number]

export const isFeasibilityLine = ({ title, amount }: UpliftLine): boolean => title === 'Feasibility' && !amount
