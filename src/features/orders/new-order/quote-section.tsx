import { useQuery } from '@tanstack/react-query'
import { bandsetQueries } from '#src/api/bandsets.ts'
import type { SubmittedOrder } from '#src/contract/orders.ts'
import type { Area } from '#src/geo/rings.ts'
import { orderLimits } from '#src/geo/polygon-problems.ts'
import { utmAreaKm2 } from '#src/geo/utm-area-km2.ts'
import { classNames } from '#src/ui/class-names.ts'
import { formatNumber } from '#src/ui/data/format-number.ts'
import { Property, PropertyList } from '#src/ui/data/property-list.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { SkeletonText } from '#src/ui/status/skeleton.tsx'
import { feasibilityReason } from '../feasibility.ts'
import { FeasibilityNotice } from '../feasibility-notice.tsx'
import styles from '../order-form.module.css'
import { UpliftRows } from '../uplift-rows.tsx'
import type { Quote } from '../use-quote.ts'

type QuoteSectionProps = { area: Area | null; quote: Quote }

/** What it costs and how likely it is, as the service says by a dry run. The last answer stays while a new one is asked for. */
export function QuoteSection({ area, quote }: QuoteSectionProps) {
  const item = quote.order?.order_items[0]
  const { data } = useQuery(bandsetQueries.list())
  const captures = data?.bandsets.find(({ id }) => id === item?.bandset?.bandset_id)?.captures
  const areaKm2 = area ? utmAreaKm2(area) : undefined
  const billedKm2 = areaKm2 === undefined ? undefined : Math.max(areaKm2, orderLimits.billedFromKm2 ?? 0)
  if (!item && !quote.isAsking) return null
  return (
    <Section title="Quote" summary={quote.isAsking ? 'being asked' : undefined}>
      {item ? (
        <div aria-live="polite" className={classNames(styles.quote, !quote.isCurrent && styles.stale)}>
          <FeasibilityNotice status={item.feasibility_status} reason={feasibilityReason(item)} />
          <PropertyList>
            <Property label="Area" value={areaKm2} unit="km²" digits={1} hint="Measured in UTM, as the service does" />
            <Property
              label="Billed area"
              value={billedKm2}
              unit="km²"
              digits={1}
              hint={`At least ${orderLimits.billedFromKm2} km² are billed`}
            />
          </PropertyList>
          <UpliftRows item={item} baseOf={baseOf(billedKm2, captures, item)} />
          <p className={styles.note}>Once placed, an order can not be changed or cancelled.</p>
        </div>
      ) : (
        <SkeletonText width="70%" />
      )}
    </Section>
  )
}

type QuotedItem = SubmittedOrder['order_items'][number]

/** What the price goes with. The price of a square kilometre is not published. */
function baseOf(billedKm2: number | undefined, captures: number | null | undefined, item: QuotedItem): string {
  const pictures = item.no_of_occurrences ?? 1
  return [
    billedKm2 !== undefined && `${formatNumber(billedKm2, 1)} km²`,
    typeof captures === 'number' && `${captures} ${captures === 1 ? 'capture' : 'captures'}`,
    pictures > 1 && `${pictures} pictures`,
  ]
    .filter(Boolean)
    .join(' × ')
}
