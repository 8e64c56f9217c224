import { useQuery } from '@tanstack/react-query'
import { Frame } from 'lucide-react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { NoAnswer } from '#src/answers/no-answer.tsx'
import { blockQueries } from '#src/api/blocks.ts'
import { readBlock } from '#src/blocks/block-spec.ts'
import type { BlockSpec } from '#src/blocks/block-spec.ts'
import { byVersion } from '#src/blocks/newest-versions.ts'
import { paths } from '#src/paths.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { Property, PropertyList } from '#src/ui/data/property-list.tsx'
import { Tokens } from '#src/ui/data/quantity.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { Select } from '#src/ui/field/select.tsx'
import { Panel, PanelPart } from '#src/ui/panel/panel.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import styles from './block.module.css'
import { BlockInputs, BlockOutputs } from './block-parts.tsx'
import { BlockSatellites } from './block-satellites.tsx'
import { words } from './words.ts'

/** One block: what it does and how, what it takes and gives, what it can run on. */
export function Component() {
  const { name = '' } = useParams()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const query = useQuery(blockQueries.versions(name))
  const versions = query.data?.map(readBlock).toSorted(byVersion) ?? []
  const block = versions.find(({ version }) => version === params.get('version')) ?? versions[0]
  return (
    <Panel
      title={block?.title ?? words.block}
      subtitle={block && `${words.version} ${block.version}`}
      onBack={() => void navigate(paths.blocks())}
      isFlush
      widthPx={420}
      footer={
        <LinkButton icon={Frame} href={paths.aois()}>
          {words.runOver}
        </LinkButton>
      }
    >
      <title>{words.pageTitle(block?.title ?? words.block)}</title>
      <NoAnswer query={query} loading={words.loading} rows={8} />
      {block && (
        <>
          <PanelPart>
            <p>{block.description}</p>
            {versions.length > 1 && (
              <Select
                label={words.version}
                labelPlacement="side"
                options={versions.map(({ version }) => ({ id: version, label: version }))}
                value={block.version}
                onChange={(version) => setParams({ version }, { replace: true })}
              />
            )}
          </PanelPart>
          <Told block={block} />
        </>
      )}
    </Panel>
  )
}

function Told({ block }: { block: BlockSpec }) {
  const { name, notes, unitPrice, releasedAt, status, inputs, outputs } = block
  return (
    <>
      <Section title={words.method}>
        {notes.length === 0 ? (
          <p>{words.noMethod}</p>
        ) : (
          <ul className={styles.notes}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={words.takes} summary={inputs.length}>
        <BlockInputs inputs={inputs} />
      </Section>
      <Section title={words.gives} summary={outputs.length}>
        <BlockOutputs outputs={outputs} />
      </Section>
      <Section title={words.runsOn}>
        <BlockSatellites block={block} />
      </Section>
      <Section title={words.facts}>
        <PropertyList>
          <Property
            label={words.unitPrice}
            hint={words.unitPriceHint}
            value={unitPrice === undefined ? undefined : <Tokens amount={unitPrice} />}
          />
          <Property label={words.id} value={name} />
          <Property label={words.state} value={status} />
          <Property label={words.released} value={releasedAt && <UtcTime value={releasedAt} show="day" />} />
        </PropertyList>
      </Section>
    </>
  )
}
