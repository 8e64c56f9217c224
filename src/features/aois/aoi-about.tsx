import { useQuery } from '@tanstack/react-query'
import { projectQueries } from '#src/api/projects.ts'
import type { Aoi } from '#src/contract/aois.ts'
import { formatAreaKm2 } from '#src/geo/format-area.ts'
import { CopyButton } from '#src/ui/button/copy-button.tsx'
import { Property, PropertyList } from '#src/ui/data/property-list.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { PanelPart } from '#src/ui/panel/panel.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import styles from './aoi.module.css'

type AoiAboutProps = { aoi: Aoi; satelliteName: string | undefined }

/** What an AOI is made of. */
export function AoiAbout({ aoi, satelliteName }: AoiAboutProps) {
  const { data: project } = useQuery(projectQueries.ofThing(aoi.project_id))
  const scenes = Object.entries(aoi.images ?? {})
  return (
    <>
      <PanelPart>
        <div className={styles.stack}>
          {aoi.description && <p>{aoi.description}</p>}
          <PropertyList>
            <Property label="Satellite" value={satelliteName ?? aoi.satellite_id} />
            <Property label="Project" value={project?.title || project?.name || aoi.project_id} />
            <Property label="Area" value={aoi.area_in_sq_m == null ? null : formatAreaKm2(aoi.area_in_sq_m / 1e6)} />
            <Property label="Bands" value={aoi.eo_bands?.length ?? null} />
            <Property label="Created" value={aoi.created_at && <UtcTime value={aoi.created_at} />} />
            <Property label="Changed" value={aoi.updated_at && <UtcTime value={aoi.updated_at} />} />
          </PropertyList>
          <div className={styles.row}>
            <CopyButton text={aoi.aoi_id} label="Copy the id" />
            {aoi.geometry && <CopyButton text={JSON.stringify(aoi.geometry)} label="Copy as GeoJSON" />}
          </div>
        </div>
      </PanelPart>
      {scenes.length > 0 && (
        <Section title="Scenes" summary={scenes.length}>
          <PropertyList>
            {scenes.map(([id, image]) => (
              <Property key={id} label={id} value={<SceneDay image={image} />} />
            ))}
          </PropertyList>
        </Section>
      )}
    </>
  )
}

/** What the service keeps for each scene is not published; a moment in it is shown when there is one. */
function SceneDay({ image }: { image: unknown }) {
  const datetime = typeof image === 'object' && image !== null && 'datetime' in image ? image.datetime : undefined
  return typeof datetime === 'string' ? <UtcTime value={datetime} show="day" /> : null
}
