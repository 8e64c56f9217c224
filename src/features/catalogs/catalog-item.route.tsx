import { useQuery } from '@tanstack/react-query'
import { AudioWaveform } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { NoAnswer } from '#src/answers/no-answer.tsx'
import { catalogQueries } from '#src/api/catalogs.ts'
import { pictureLabel, toDelivered } from '#src/catalogs/delivered-picture.ts'
import type { DeliveredPicture } from '#src/catalogs/delivered-picture.ts'
import { DeliverButton } from '#src/deliveries/deliver-button.tsx'
import { DeliveriesOf } from '#src/deliveries/deliveries-of.tsx'
import { DownloadButton } from '#src/downloads/download-button.tsx'
import { useFitOnce } from '#src/map/fit-once.ts'
import { paths } from '#src/paths.ts'
import { BandSpectrum } from '#src/scenes/band-spectrum.tsx'
import { FootprintsLayer } from '#src/scenes/footprints.layer.tsx'
import { QuicklookLayer } from '#src/scenes/quicklook.layer.tsx'
import { sceneBands } from '#src/scenes/scene-bands.ts'
import type { Scene } from '#src/scenes/scene.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { PictureProperties } from './picture-properties.tsx'

/** One delivered picture: on the map as it looks, its facts, and its download. */
export function Component() {
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const query = useQuery(catalogQueries.detail(id))
  const { data } = query
  const picture = useMemo(() => (data ? toDelivered(data) : undefined), [data])
  const title = picture ? pictureLabel(picture) : `Picture ${id.slice(0, 8)}`
  return (
    <Panel
      title={title}
      subtitle={picture?.scene && <UtcTime value={picture.scene.datetime} show="second" />}
      onBack={() => void navigate(paths.catalogs())}
      widthPx={400}
      isFlush
      actions={
        picture && (
          <LinkButton size="s" tone="quiet" icon={AudioWaveform} href={paths.catalogDesk(id)}>
            Spectral desk
          </LinkButton>
        )
      }
      footer={
        picture && (
          <>
            {picture.orderItemId && (
              <LinkButton tone="quiet" href={paths.orderItem(picture.orderItemId)}>
                Order item
              </LinkButton>
            )}
            <DeliverButton what={{ catalog_ids: [id] }} label={title} />
            <DownloadButton tone="primary" source={{ kind: 'catalog', catalogIds: [id] }} label={title} />
          </>
        )
      }
    >
      <title>{`${title} – Swath`}</title>
      <NoAnswer
        query={query}
        loading="Loading the picture"
        rows={8}
        elsewhere={{ href: paths.catalogs(), label: 'All pictures' }}
      />
      {picture && <PictureSections picture={picture} />}
    </Panel>
  )
}

function PictureSections({ picture }: { picture: DeliveredPicture }) {
  const bands = useMemo(() => (picture.scene ? sceneBands(picture.scene.item) : []), [picture.scene])
  return (
    <>
      <Section title="Details">
        <PictureProperties picture={picture} bands={bands.length} />
      </Section>
      <Section title="Deliveries">
        <DeliveriesOf of={{ catalogId: picture.id }} />
      </Section>
      {bands.length > 0 && (
        <Section title="Bands" summary={bands.length}>
          <BandSpectrum bands={bands} />
        </Section>
      )}
      {picture.scene && <OnMap scene={picture.scene} />}
    </>
  )
}

function OnMap({ scene }: { scene: Scene }) {
  const [failedUrl, setFailedUrl] = useState<string>()
  useFitOnce(scene.key, scene.footprint ? [scene.footprint] : [])
  const scenes = useMemo(() => [scene], [scene])
  const keys = useMemo(() => [scene.key], [scene])
  return (
    <>
      {failedUrl !== scene.thumbnailUrl && (
        <QuicklookLayer scene={scene} onError={() => setFailedUrl(scene.thumbnailUrl)} />
      )}
      <FootprintsLayer scenes={scenes} selectedKeys={keys} hoveredKey={null} />
    </>
  )
}
