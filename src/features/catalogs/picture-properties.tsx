import { useQuery } from '@tanstack/react-query'
import { projectQueries } from '#src/api/projects.ts'
import { labelOfUseCase } from '#src/cart/use-cases.ts'
import type { DeliveredPicture } from '#src/catalogs/delivered-picture.ts'
import { formatAreaKm2 } from '#src/geo/format-area.ts'
import { CopyButton } from '#src/ui/button/copy-button.tsx'
import { Property, PropertyList } from '#src/ui/data/property-list.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'

/** The facts of a picture, as its STAC item tells them. */
export function PictureProperties({ picture, bands }: { picture: DeliveredPicture; bands: number }) {
  const { id, scene, areaKm2, catalog, projectId, usecase } = picture
  const { data: project } = useQuery(projectQueries.ofThing(projectId))
  const level = scene?.item.properties['rd:product_level']
  return (
    <PropertyList>
      <Property label="Satellite" value={scene?.satellite} />
      <Property label="Collection" value={scene?.collectionId} />
      <Property label="Product level" value={level} />
      <Property label="Area" value={areaKm2 === undefined ? undefined : formatAreaKm2(areaKm2)} />
      <Property label="Pixel" value={scene?.gsdM} unit="m" digits={1} />
      <Property label="Bands" value={bands > 0 ? bands : undefined} digits={0} />
      <Property label="Cloud" value={scene?.cloudCoverPercent} unit="%" digits={1} />
      <Property label="Off nadir" value={scene?.offNadirDeg} unit="°" digits={1} />
      <Property label="Sun elevation" value={scene?.sunElevationDeg} unit="°" digits={1} />
      <Property label="Projection" value={scene?.epsg === undefined ? undefined : `EPSG:${scene.epsg}`} />
      <Property label="Project" value={project?.title || project?.name || projectId} />
      <Property label="Use case" value={labelOfUseCase(usecase)} />
      <Property label="Delivered" value={catalog.created_at && <UtcTime value={catalog.created_at} />} />
      <Property label="Scene" value={scene && <CopyButton text={scene.id} label={shortened(scene.id)} />} />
      <Property label="Catalog id" value={<CopyButton text={id} label={id.slice(0, 13)} />} />
    </PropertyList>
  )
}

const shortened = (text: string) => (text.length > 26 ? `${text.slice(0, 12)}…${text.slice(-12)}` : text)
