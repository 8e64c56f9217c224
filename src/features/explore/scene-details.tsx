import { useMemo } from 'react'
import { areaKm2 } from '#src/geo/area-km2.ts'
import { formatAreaKm2 } from '#src/geo/format-area.ts'
import type { Area } from '#src/geo/rings.ts'
import { BandTable } from '#src/scenes/band-table.tsx'
import { BandSpectrum } from '#src/scenes/band-spectrum.tsx'
import { sceneBands } from '#src/scenes/scene-bands.ts'
import { SceneThumbnail } from '#src/scenes/scene-thumbnail.tsx'
import type { Scene } from '#src/scenes/scene.ts'
import { words as sceneWords } from '#src/scenes/words.ts'
import { CopyButton } from '#src/ui/button/copy-button.tsx'
import { Property, PropertyList } from '#src/ui/data/property-list.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { Slider } from '#src/ui/field/slider.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { useCoverage } from './coverage/use-coverage.ts'
import styles from './scene-details.module.css'
import { words } from './words.ts'

type SceneDetailsProps = {
  scene: Scene
  area: Area | null
  /** Of the quicklook on the map, 0 to 1. */
  opacity: number
  onOpacityChange: (opacity: number) => void
}

/** All that the archive tells of one scene. */
export function SceneDetails({ scene, area, opacity, onOpacityChange }: SceneDetailsProps) {
  const bands = sceneBands(scene.item)
  return (
    <>
      <Section title={words.quicklook}>
        <SceneThumbnail url={scene.thumbnailUrl} alt={sceneWords.quicklookOf(scene.title)} size="l" />
        <Slider
          label={words.opacity}
          value={Math.round(opacity * 100)}
          onChange={(percent) => onOpacityChange(percent / 100)}
          min={0}
          max={100}
          unit="%"
        />
      </Section>
      <Section title={words.facts}>
        <SceneFacts scene={scene} area={area} />
      </Section>
      <Section title={words.bands} summary={sceneWords.bands(bands.length)}>
        {bands.length === 0 ? (
          <p>{words.noBands}</p>
        ) : (
          <>
            <BandSpectrum bands={bands} />
            <BandTable bands={bands} />
          </>
        )}
      </Section>
    </>
  )
}

function SceneFacts({ scene, area }: Pick<SceneDetailsProps, 'scene' | 'area'>) {
  const { item, footprint } = scene
  const covered = useCoverage(
    area,
    useMemo(() => [scene], [scene]),
  ).percents.get(scene.key)
  const { instruments, license, 'rd:product_level': level } = item.properties
  return (
    <PropertyList>
      <Property label={words.acquired} value={<UtcTime value={scene.datetime} show="second" />} />
      <Property label={words.satellite} value={scene.satellite} />
      <Property label={words.instrument} value={instruments?.join(', ')} />
      <Property label={words.collection} value={scene.collectionId} />
      <Property label={words.level} value={level} />
      <Property label={words.cloud} value={scene.cloudCoverPercent} unit="%" digits={1} />
      {area && footprint && (
        <Property label={words.coversArea} value={covered === undefined ? undefined : sceneWords.coverage(covered)} />
      )}
      <Property label={words.footprintArea} value={footprint && formatAreaKm2(areaKm2(footprint))} />
      <Property label={words.gsd} value={scene.gsdM} unit="m" digits={1} />
      <Property label={words.offNadir} value={scene.offNadirDeg} unit="°" digits={1} />
      <Property label={words.sunElevation} value={scene.sunElevationDeg} unit="°" digits={1} />
      <Property label={words.sunAzimuth} value={scene.sunAzimuthDeg} unit="°" digits={1} />
      <Property label={words.projection} value={scene.epsg === undefined ? undefined : `EPSG:${scene.epsg}`} />
      <Property label={words.license} value={license} />
      <Property
        label={words.sceneId}
        value={
          <span className={styles.id}>
            <span>{scene.id}</span>
            <CopyButton text={scene.id} label={words.copyId} isIconOnly />
          </span>
        }
      />
    </PropertyList>
  )
}
