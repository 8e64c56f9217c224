import { useQuery } from '@tanstack/react-query'
import { Failed } from '#src/answers/failed.tsx'
import { bandsetQueries } from '#src/api/bandsets.ts'
import { Section } from '#src/ui/panel/section.tsx'
import { SkeletonRows } from '#src/ui/status/skeleton.tsx'
import { BandsetPicker } from './bandset-picker.tsx'

type BandsSectionProps = { value: string; onChange: (id: string) => void; error: string | undefined }

/** Which bands the satellite shall bring down. */
export function BandsSection({ value, onChange, error }: BandsSectionProps) {
  const { data, error: failure, refetch, isFetching } = useQuery(bandsetQueries.list())
  const bandsets = data?.bandsets ?? []
  const chosen = bandsets.find(({ id }) => id === value)
  return (
    <Section title="Bands" summary={chosen ? chosen.name : 'None yet'}>
      {data ? (
        <BandsetPicker
          bandsets={bandsets}
          value={chosen ? value : ''}
          onChange={onChange}
          error={error ?? (value && !chosen ? 'There is no such bandset any more. Choose another.' : undefined)}
        />
      ) : failure ? (
        <Failed query={{ error: failure, refetch, isFetching }} />
      ) : (
        <SkeletonRows rows={5} look="tall" label="Loading bandsets" />
      )}
    </Section>
  )
}
