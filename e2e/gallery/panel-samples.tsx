import { Filter, MoreHorizontal, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#src/ui/button/button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { List } from '#src/ui/data/list.tsx'
import { Property, PropertyList } from '#src/ui/data/property-list.tsx'
import { Quantity, Tokens } from '#src/ui/data/quantity.tsx'
import { Checkbox } from '#src/ui/field/checkbox.tsx'
import { SearchField } from '#src/ui/field/search-field.tsx'
import { Panel, PanelPart } from '#src/ui/panel/panel.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { Tabs } from '#src/ui/panel/tabs.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import styles from './gallery.module.css'

const aois = [
  {
    id: 'havel',
    name: 'Havel lakes, spring',
    meta: '12 scenes · updated 2 h ago',
    areaKm2: 128.4,
    tone: 'ok',
    word: 'Ready',
  },
  { id: 'werder', name: 'Werder orchards', meta: '3 of 7 scenes', areaKm2: 41, tone: 'busy', word: 'Preparing' },
  {
    id: 'lausitz',
    name: 'Lausitz open-cast mine',
    meta: '5 scenes · 2026-04-12 to 2026-06-30',
    areaKm2: 964.2,
    tone: 'fail',
    word: 'Failed',
  },
  { id: 'spree', name: 'Spreewald', meta: 'No scenes yet', areaKm2: 310.75, tone: 'idle', word: 'Waiting' },
] as const

/** Panels as they stand over the map. */
export function PanelSamples() {
  const [widthPx, setWidth] = useState(360)
  const [isFolded, setFolded] = useState(false)
  const [selected, setSelected] = useState<string>('havel')
  return (
    <div className={styles.map}>
      <Panel
        title="AOIs"
        widthPx={widthPx}
        onWidthChange={setWidth}
        isFlush
        actions={
          <>
            <IconButton icon={Filter} label="Filter" />
            <IconButton icon={Plus} label="New AOI" />
          </>
        }
        toolbar={<SearchField label="Search AOIs" />}
      >
        <List label="AOIs">
          {aois.map((aoi) => (
            <ListRow
              key={aoi.id}
              title={aoi.name}
              meta={aoi.meta}
              check={<Checkbox aria-label={`Select ${aoi.name}`} />}
              value={
                <>
                  <Quantity value={aoi.areaKm2} unit="km²" digits={1} keepZeros />
                  <br />
                  <StatusBadge tone={aoi.tone} word={aoi.word} />
                </>
              }
              isSelected={aoi.id === selected}
              onPress={() => setSelected(aoi.id)}
              actions={<IconButton icon={MoreHorizontal} size="s" label={`Actions for ${aoi.name}`} />}
            />
          ))}
        </List>
      </Panel>
      <Panel
        title="Havel lakes, spring"
        subtitle="Created 2026-04-02 by S. Okafor"
        badge={<StatusBadge look="pill" tone="ok" word="Ready" raw="SUCCESS" />}
        onBack={() => undefined}
        isFolded={isFolded}
        onFoldedChange={setFolded}
        isFlush
        footer={
          <>
            <Button>Download</Button>
            <Button tone="primary">Open spectral desk</Button>
          </>
        }
      >
        <Tabs
          label="Parts of the AOI"
          tabs={[
            { id: 'scenes', label: 'Scenes', count: 12, content: <AoiDetails /> },
            { id: 'assets', label: 'Assets', count: 1048, content: <PanelPart>Assets of the AOI</PanelPart> },
            { id: 'insights', label: 'Insights', content: <PanelPart>Insights of the AOI</PanelPart> },
            { id: 'history', label: 'History', isDisabled: true, content: null },
          ]}
        />
      </Panel>
    </div>
  )
}

function AoiDetails() {
  return (
    <>
      <Section title="Coverage" summary="98.4 %">
        <PropertyList>
          <Property label="Area" value={128.4471} unit="km²" />
          <Property label="Scenes" value={12} />
          <Property label="Cost" value={<Tokens amount={1240} />} />
        </PropertyList>
      </Section>
      <Section title="Scenes" summary="3" actions={<IconButton icon={Plus} size="s" label="Add scenes" />}>
        <p>Firefly 3, 2026-04-12</p>
      </Section>
      <Section title="Metadata" defaultExpanded={false}>
        <p>Folded</p>
      </Section>
    </>
  )
}
