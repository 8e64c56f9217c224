import { useQuery } from '@tanstack/react-query'
import { Blocks } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { NoAnswer } from '#src/answers/no-answer.tsx'
import { blockQueries } from '#src/api/blocks.ts'
import { readBlock } from '#src/blocks/block-spec.ts'
import { newestVersions } from '#src/blocks/newest-versions.ts'
import { executionModes } from '#src/contract/blocks.ts'
import { paths } from '#src/paths.ts'
import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { List } from '#src/ui/data/list.tsx'
import { Tokens } from '#src/ui/data/quantity.tsx'
import { PanelPart } from '#src/ui/panel/panel.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { DataTabs } from './data-tabs.tsx'
import { words } from './words.ts'

const all = 'all'

/** What can be run over an AOI or in a workflow. */
export function Component() {
  const [params, setParams] = useSearchParams()
  const mode = executionModes.find((one) => one === params.get('mode'))
  const query = useQuery(blockQueries.list(mode))
  const blocks = query.data && newestVersions(query.data.map(readBlock))
  return (
    <DataTabs selected="blocks">
      <PanelPart>
        <ToggleButtonGroup
          label={words.where}
          isWide
          options={[
            { id: all, label: words.everywhere },
            { id: 'insight', label: words.overAois },
            { id: 'workflow', label: words.inWorkflows },
          ]}
          value={mode ?? all}
          onChange={(next) => setParams(next === all ? {} : { mode: next }, { replace: true })}
        />
      </PanelPart>
      <NoAnswer query={query} loading={words.loading} look="tall" />
      {blocks?.length === 0 && <EmptyState icon={Blocks}>{words.noBlocks}</EmptyState>}
      <List label={words.blocks}>
        {blocks?.map(({ name, title, description, unitPrice }) => (
          <ListRow
            key={name}
            href={paths.block(name)}
            title={title}
            meta={description}
            value={
              unitPrice === undefined ? undefined : (
                <>
                  <Tokens amount={unitPrice} /> {words.aUnit}
                </>
              )
            }
          />
        ))}
      </List>
    </DataTabs>
  )
}
