import { useQuery } from '@tanstack/react-query'
import { Info } from 'lucide-react'
import { assetQueries } from '#src/api/assets.ts'
import { DownloadButton } from '#src/downloads/download-button.tsx'
import { readableName } from '#src/blocks/readable-name.ts'
import type { Aoi } from '#src/contract/aois.ts'
import { readDataTypes } from '#src/contract/data-type.ts'
import type { DataType } from '#src/contract/data-type.ts'
import type { Insight } from '#src/contract/insights.ts'
import { paths } from '#src/paths.ts'
import { stateWords } from '#src/states/state-words.ts'
import { CopyButton } from '#src/ui/button/copy-button.tsx'
import { LinkButton } from '#src/ui/button/button.tsx'
import { Property, PropertyList } from '#src/ui/data/property-list.tsx'
import { Tokens } from '#src/ui/data/quantity.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { blockOf } from './insight-block.ts'
import styles from './insights.module.css'

type InsightAboutProps = { aoi: Aoi; insight: Insight; blockTitle: string | undefined; isOpen: boolean }

/** With what an insight was run, when, and for how much. */
export function InsightAbout({ aoi, insight, blockTitle, isOpen }: InsightAboutProps) {
  const assets = useQuery(assetQueries.ofAoi(aoi.aoi_id, false))
  const dayOf = new Map(assets.data?.map(({ id, date }) => [id, date?.slice(0, 10)]))
  const inputs = readDataTypes(insight.input)
  const pictures = inputs.flatMap(({ asset_source: source }) => (source && dayOf.has(source.id) ? [source.id] : []))
  const block = blockOf(insight)
  const { tone } = stateWords(insight.status)
  return (
    <>
      {inputs.length > 0 && (
        <Section title="Inputs" defaultExpanded={isOpen}>
          <PropertyList>
            {inputs.map((input) => (
              <Property key={input.name} label={readableName(input.name)} value={givenWords(input, dayOf)} />
            ))}
          </PropertyList>
          {tone === 'ok' && pictures.length > 0 && (
            <div>
              <DownloadButton
                size="s"
                source={{ kind: 'insight', aoiId: aoi.aoi_id, insightId: insight.id, inputs: pictures }}
                label={`${insight.name ?? 'Insight'}, inputs`}
                words="Download the inputs"
              />
            </div>
          )}
        </Section>
      )}
      <Section title="About" defaultExpanded={isOpen}>
        <PropertyList>
          <Property label="Block" value={block && `${blockTitle ?? block.name} ${block.version}`} />
          <Property
            label="Cost"
            value={insight.cost === null || insight.cost === undefined ? undefined : <Tokens amount={insight.cost} />}
          />
          <Property label="Expected time" value={insight.estimated_time_in_min} unit="min" digits={1} />
          <Property label="Started" value={insight.created_at && <UtcTime value={insight.created_at} />} />
        </PropertyList>
        <div className={styles.row}>
          {block && (
            <LinkButton size="s" icon={Info} href={paths.block(block.name, { version: block.version })}>
              About the block
            </LinkButton>
          )}
          <CopyButton text={insight.id} label="Copy the id" />
        </div>
      </Section>
    </>
  )
}

/** What was given to an input; the day for a picture, since its address says nothing. */
function givenWords({ value, asset_source: source, format }: DataType, dayOf: ReadonlyMap<string, string | undefined>) {
  if (source) {
    const day = dayOf.get(source.id)
    if (day) return <UtcTime value={day} show="day" />
    return typeof source['output'] === 'string' ? readableName(source['output']) : 'Result of an earlier insight'
  }
  return format === 'raster' || format === 'vector' ? 'A file' : value
}
