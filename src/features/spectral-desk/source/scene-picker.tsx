import { useQuery } from '@tanstack/react-query'
import { aoiQueries } from '#src/api/aois.ts'
import { catalogQueries } from '#src/api/catalogs.ts'
import { noticeFor } from '#src/api/errors.ts'
import { useChosenProject } from '#src/api/project-choice.ts'
import { pictureLabel, toDelivered } from '#src/catalogs/delivered-picture.ts'
import { formatAreaKm2 } from '#src/geo/format-area.ts'
import { paths } from '#src/paths.ts'
import { SceneThumbnail } from '#src/scenes/scene-thumbnail.tsx'
import { List } from '#src/ui/data/list.tsx'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { PanelPart } from '#src/ui/panel/panel.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { SkeletonRows } from '#src/ui/status/skeleton.tsx'

const atMost = 20

/** What could be looked into: areas of interest and delivered pictures, the newest first. */
export function ScenePicker() {
  const projectId = useChosenProject()
  const aois = useQuery(aoiQueries.list({ projectId, index: 0, size: atMost }))
  const delivered = useQuery(
    catalogQueries.search({ limit: atMost, ...(projectId && { query: { project_id: projectId } }) }),
  )
  return (
    <>
      <Section title="Areas of interest" summary={aois.data?.pagination?.total ?? undefined}>
        {aois.error && (
          <ErrorNotice {...noticeFor(aois.error)} onRetry={() => void aois.refetch()} isRetrying={aois.isFetching} />
        )}
        {aois.isPending && <SkeletonRows rows={3} label="Loading areas" />}
        {aois.data?.aois.length === 0 && <EmptyState>An area of interest brings all its dates here.</EmptyState>}
        <List label="Areas of interest">
          {aois.data?.aois.map(({ aoi_id, name, area_in_sq_m }) => (
            <ListRow
              key={aoi_id}
              href={paths.aoiDesk(aoi_id)}
              title={name}
              meta={area_in_sq_m == null ? undefined : formatAreaKm2(area_in_sq_m / 1e6)}
            />
          ))}
        </List>
      </Section>
      <Section title="Delivered pictures" summary={delivered.data?.pagination?.total ?? undefined}>
        {delivered.error && (
          <PanelPart>
            <ErrorNotice
              {...noticeFor(delivered.error)}
              onRetry={() => void delivered.refetch()}
              isRetrying={delivered.isFetching}
            />
          </PanelPart>
        )}
        {delivered.isPending && <SkeletonRows rows={3} label="Loading delivered pictures" look="tall" />}
        {delivered.data?.catalogs.length === 0 && <EmptyState>Nothing has been delivered yet.</EmptyState>}
        <List label="Delivered pictures">
          {delivered.data?.catalogs.map(toDelivered).map((picture) => (
            <ListRow
              key={picture.id}
              href={paths.catalogDesk(picture.id)}
              lead={<SceneThumbnail url={picture.scene?.thumbnailUrl} />}
              title={picture.scene ? <UtcTime value={picture.scene.datetime} /> : pictureLabel(picture)}
              meta={[picture.scene?.satellite, picture.areaKm2 === undefined ? '' : formatAreaKm2(picture.areaKm2)]
                .filter(Boolean)
                .join(', ')}
            />
          ))}
        </List>
      </Section>
    </>
  )
}
