import { useQuery } from '@tanstack/react-query'
import { Blocks, Info } from 'lucide-react'
import { useNavigate } from 'react-router'
import { NoAnswer } from '#src/answers/no-answer.tsx'
import { blockQueries } from '#src/api/blocks.ts'
import { readBlock } from '#src/blocks/block-spec.ts'
import type { BlockSpec } from '#src/blocks/block-spec.ts'
import { problemsWithBands } from '#src/blocks/missing-bands.ts'
import { newestVersions } from '#src/blocks/newest-versions.ts'
import type { BandTable } from '#src/formula/bands.ts'
import { paths } from '#src/paths.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { BlockChoice } from './block-choice.tsx'
import styles from './insights.module.css'

type BlockChooserProps = { aoiId: string; aoiName: string; satelliteName: string | undefined; bands: BandTable }

/** What can be run over an AOI; what its satellite can not serve stands below, with the reason. */
export function BlockChooser({ aoiId, aoiName, satelliteName, bands }: BlockChooserProps) {
  const navigate = useNavigate()
  const query = useQuery(blockQueries.list('insight'))
  const blocks = newestVersions(query.data?.map(readBlock) ?? []).map((block) => ({
    block,
    // Until the satellite is known nothing is held against a block.
    missing: bands.length > 0 ? problemsWithBands(block, bands) : [],
  }))
  const able = blocks.filter(({ missing }) => missing.length === 0)
  const unable = blocks.filter(({ missing }) => missing.length > 0)
  const hrefOf = ({ name, version }: BlockSpec) => paths.newInsight(aoiId, { block: name, version })
  return (
    <Panel
      title="New insight"
      subtitle={aoiName}
      onBack={() => void navigate(paths.insights(aoiId))}
      isFlush
      footer={
        <LinkButton tone="quiet" icon={Info} href={paths.blocks({ mode: 'insight' })}>
          About the blocks
        </LinkButton>
      }
    >
      <title>New insight – Swath</title>
      <NoAnswer query={query} loading="Loading blocks" look="tall" />
      {query.isSuccess && blocks.length === 0 && (
        <EmptyState icon={Blocks}>The service lists no block that runs over an AOI.</EmptyState>
      )}
      <ul aria-label="Blocks" className={styles.choices}>
        {able.map(({ block }) => (
          <BlockChoice key={block.name} block={block} href={hrefOf(block)} missing={[]} />
        ))}
      </ul>
      {unable.length > 0 && (
        <Section title={`Not for ${satelliteName ?? 'this satellite'}`} summary={unable.length}>
          <div className={styles.bleed}>
            <ul aria-label="Blocks that need other bands" className={styles.choices}>
              {unable.map(({ block, missing }) => (
                <BlockChoice key={block.name} block={block} href={hrefOf(block)} missing={missing} />
              ))}
            </ul>
          </div>
        </Section>
      )}
    </Panel>
  )
}
