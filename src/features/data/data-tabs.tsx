import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '#src/paths.ts'
import { Panel } from '#src/ui/panel/panel.tsx'
import { Tabs } from '#src/ui/panel/tabs.tsx'
import { words } from './words.ts'

type DataTab = 'collections' | 'satellites' | 'blocks'

const addresses: Record<DataTab, string> = {
  collections: paths.collections(),
  satellites: paths.satellites(),
  blocks: paths.blocks(),
}

/** The panel of the lists; a tab is an address of its own. */
export function DataTabs({ selected, children }: { selected: DataTab; children: ReactNode }) {
  const navigate = useNavigate()
  const content = (tab: DataTab) => (tab === selected ? children : null)
  return (
    <Panel title={words.title} isFlush widthPx={420}>
      <title>{words.pageTitle(words[selected])}</title>
      <Tabs
        label={words.kinds}
        isFilling
        selected={selected}
        onChange={(tab) => void navigate(addresses[tab])}
        tabs={[
          { id: 'collections', label: words.collections, content: content('collections') },
          { id: 'satellites', label: words.satellites, content: content('satellites') },
          { id: 'blocks', label: words.blocks, content: content('blocks') },
        ]}
      />
    </Panel>
  )
}
