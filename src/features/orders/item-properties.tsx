import { useQuery } from '@tanstack/react-query'
import { bandsetQueries } from '#src/api/bandsets.ts'
import { projectQueries } from '#src/api/projects.ts'
import { labelOfUseCase } from '#src/cart/use-cases.ts'
import type { OrderItem } from '#src/contract/order-items.ts'
import { CopyButton } from '#src/ui/button/copy-button.tsx'
import { Property, PropertyList } from '#src/ui/data/property-list.tsx'
import { formatUtc } from '#src/ui/data/format-utc.ts'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import { kindWord, paymentWords, recurrenceWord } from './order-words.ts'
import { daysOf } from './schedule-strip.tsx'

/** What was asked for. The figures of new pictures are left out for scenes of the archive, which have none. */
export function ItemProperties({ item }: { item: OrderItem }) {
  const { data: project } = useQuery(projectQueries.ofThing(item.project_id))
  const isArchive = item.type === 'ARCHIVE'
  return (
    <PropertyList>
      <Property label="Kind" value={kindWord(item.type)} />
      <Property label="Project" value={project?.title || project?.name || item.project_id} />
      <Property label="Use case" value={labelOfUseCase(item.usecase)} />
      <Property label="Area" value={item.area} unit="km²" hint="As measured by the service, in UTM" />
      {item.image_type && <Property label="Image type" value={item.image_type} />}
      {item.number_of_bands && <Property label="Bands" value={item.number_of_bands} digits={0} />}
      {!isArchive && <NewPictureProperties item={item} />}
      <Property label="Payment" value={item.payment_status && <StatusBadge {...paymentWords(item.payment_status)} />} />
      <Property label="Ordered" value={item.created_at && <UtcTime value={item.created_at} />} />
      <Property label="Item id" value={<CopyButton text={item.id} label={item.id.slice(0, 13)} />} />
    </PropertyList>
  )
}

function NewPictureProperties({ item }: { item: OrderItem }) {
  const { data } = useQuery(bandsetQueries.list())
  const bandset = data?.bandsets.find(({ id }) => id === item.bandset?.bandset_id)
  return (
    <>
      <Property label="Bandset" value={bandset?.name ?? item.bandset?.bandset_id} />
      <Property label="How often" value={item.recurrence && recurrenceWord(item.recurrence)} />
      <Property label="Pictures" value={item.no_of_occurrences} digits={0} />
      <Property label="Window" value={windowWords(item)} hint="First and last day" />
      <Property label="Cloud, at most" value={item.cloud_cover} unit="%" />
      <Property label="Off nadir, at most" value={item.off_nadir} unit="°" />
    </>
  )
}

/** The wire ends a window with the day after the last. */
function windowWords({ start_date: start, end_date: end }: OrderItem): string | undefined {
  const [startMs, endMs] = [Date.parse(start ?? ''), Date.parse(end ?? '')]
  if (Number.isNaN(startMs)) return undefined
  return endMs > startMs ? daysOf({ startMs, endMs }) : formatUtc(new Date(startMs), 'day')
}
