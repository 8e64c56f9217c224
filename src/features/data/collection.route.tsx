import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { NoAnswer } from '#src/answers/no-answer.tsx'
import { archiveQueries } from '#src/api/archives.ts'
import type { Collection } from '#src/contract/archive.ts'
import { paths } from '#src/paths.ts'
import { BandSpectrum } from '#src/scenes/band-spectrum.tsx'
import { BandTable } from '#src/scenes/band-table.tsx'
import { FootprintsLayer } from '#src/scenes/footprints.layer.tsx'
import { SceneThumbnail } from '#src/scenes/scene-thumbnail.tsx'
import { toScene, type Scene } from '#src/scenes/scene.ts'
import { words as sceneWords } from '#src/scenes/words.ts'
import { Button, LinkButton } from '#src/ui/button/button.tsx'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { List } from '#src/ui/data/list.tsx'
import { Property, PropertyList } from '#src/ui/data/property-list.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { collectionFacts } from './collection-facts.ts'
import { words } from './words.ts'

export function Component() {
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const query = useQuery(archiveQueries.collection(id))
  const scenes = useInfiniteQuery(archiveQueries.collectionScenes(id))
  const loaded = useMemo(() => scenes.data?.map((item) => toScene(item)) ?? [], [scenes.data])
  const [hovered, setHovered] = useState<string | null>(null)
  const name = query.data ? collectionFacts(query.data).name : words.collection
  return (
    <>
      <title>{words.pageTitle(name)}</title>
      <Panel
        title={name}
        subtitle={query.data?.description}
        onBack={() => void navigate(paths.collections())}
        isFlush
        widthPx={420}
        footer={
          <LinkButton icon={Search} href={paths.explore({ collections: id })}>
            {words.searchHere}
          </LinkButton>
        }
      >
        <NoAnswer query={query} loading={words.loading} rows={8} />
        {query.data && <Told collection={query.data} />}
        {!query.error && (
          <Section title={words.scenes} summary={scenes.data && words.loadedScenes(loaded.length, !scenes.hasNextPage)}>
            <NoAnswer query={scenes} loading={words.loading} look="tall" rows={4} />
            {scenes.status === 'success' && loaded.length === 0 && <p>{words.noScenes}</p>}
            <List label={words.scenes}>
              {loaded.map((scene) => (
                <SceneLine key={scene.key} scene={scene} onHoverChange={setHovered} />
              ))}
            </List>
            {scenes.hasNextPage && (
              <Button isWide isPending={scenes.isFetchingNextPage} onPress={() => void scenes.fetchNextPage()}>
                {words.showMore}
              </Button>
            )}
          </Section>
        )}
      </Panel>
      <FootprintsLayer
        scenes={loaded}
        selectedKeys={[]}
        hoveredKey={hovered}
        onHoverChange={setHovered}
        onPress={([key]) => {
          const scene = loaded.find((each) => each.key === key)
          if (scene) void navigate(paths.scene(scene.collectionId, scene.id))
        }}
      />
    </>
  )
}

function Told({ collection }: { collection: Collection }) {
  const { bands, gsdM, first, last, providers } = collectionFacts(collection)
  return (
    <>
      <Section title={words.facts}>
        <PropertyList>
          <Property label={words.id} value={collection.id} />
          <Property label={words.provider} value={providers} />
          <Property label={words.gsd} value={gsdM} unit="m" digits={1} />
          <Property label={words.first} value={first && <UtcTime value={first} />} />
          <Property label={words.last} value={last && <UtcTime value={last} />} />
          <Property label={words.license} value={collection.license} />
        </PropertyList>
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

type SceneLineProps = { scene: Scene; onHoverChange: (key: string | null) => void }

function SceneLine({ scene, onHoverChange }: SceneLineProps) {
  const { key, satellite, datetime, cloudCoverPercent, thumbnailUrl, collectionId, id } = scene
  const hover = useCallback((isOver: boolean) => onHoverChange(isOver ? key : null), [key, onHoverChange])
  return (
    <ListRow
      href={paths.scene(collectionId, id)}
      lead={<SceneThumbnail url={thumbnailUrl} />}
      title={<UtcTime value={datetime} />}
      meta={satellite}
      value={
        cloudCoverPercent === undefined ? undefined : `${sceneWords.percent(cloudCoverPercent)} ${sceneWords.cloud}`
      }
      onHoverChange={hover}
    />
  )
}
