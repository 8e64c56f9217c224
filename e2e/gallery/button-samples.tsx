import { Download, Layers, MapPin, Pencil, Plus, Square, Trash2, Circle as CircleIcon, Lasso } from 'lucide-react'
import { useState } from 'react'
import { Button, LinkButton } from '#src/ui/button/button.tsx'
import { CopyButton } from '#src/ui/button/copy-button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { ToggleButton, ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import { Row, Sample } from './sample.tsx'

const tools = [
  { id: 'polygon', label: 'Polygon', icon: Pencil },
  { id: 'rectangle', label: 'Rectangle', icon: Square },
  { id: 'circle', label: 'Circle', icon: CircleIcon },
  { id: 'freehand', label: 'Freehand', icon: Lasso },
] as const

const views = [
  { id: 'list', label: 'List' },
  { id: 'timeline', label: 'Timeline' },
  { id: 'table', label: 'Table', isDisabled: true },
] as const

export function ButtonSamples() {
  const [tool, setTool] = useState<(typeof tools)[number]['id']>('polygon')
  const [view, setView] = useState<(typeof views)[number]['id']>('list')
  const [hasLayers, setLayers] = useState(true)
  return (
    <>
      <Sample title="Button">
        <Row>
          <Button tone="primary" icon={Plus}>
            Create AOI
          </Button>
          <Button icon={Download}>Download</Button>
          <Button tone="quiet">Cancel</Button>
          <Button tone="danger" icon={Trash2}>
            Delete
          </Button>
        </Row>
        <Row>
          <Button tone="primary" isPending>
            Order for 1,240 tokens
          </Button>
          <Button icon={Download} isPending>
            Download
          </Button>
          <Button isDisabled>Disabled</Button>
          <Button tone="primary" isDisabled>
            Disabled
          </Button>
        </Row>
        <Row>
          <Button size="s" tone="primary">
            Small
          </Button>
          <Button size="s" icon={MapPin}>
            Show on map
          </Button>
          <Button size="s" tone="quiet">
            Clear
          </Button>
          <LinkButton size="s" href="#link">
            A link
          </LinkButton>
        </Row>
        <Button tone="primary" isWide>
          Fills its container
        </Button>
      </Sample>
      <Sample title="Icon, toggle and copy buttons">
        <Row>
          <IconButton icon={Layers} label="Layers" shortcut="L" />
          <IconButton icon={Download} label="Download scene" tone="neutral" />
          <IconButton icon={Plus} label="Add to cart" tone="primary" />
          <IconButton icon={Trash2} label="Remove" size="s" />
          <IconButton icon={MapPin} label="Go to place" size="l" />
          <IconButton icon={Pencil} label="Edit" isDisabled />
        </Row>
        <Row>
          <ToggleButton icon={Layers} label="Footprints" isSelected={hasLayers} onChange={setLayers} />
          <ToggleButton icon={MapPin} label="Pins" isSelected={false} onChange={setLayers} />
          <ToggleButton icon={Layers} label="Quicklooks" isIconOnly isSelected={hasLayers} onChange={setLayers} />
        </Row>
        <Row>
          <ToggleButtonGroup label="Draw" options={tools} value={tool} onChange={setTool} isIconOnly />
          <ToggleButtonGroup label="View" options={views} value={view} onChange={setView} />
        </Row>
        <Row>
          <CopyButton text="3f1c" label="Copy scene id" />
          <CopyButton text="curl" label="Copy as cURL" isIconOnly />
        </Row>
      </Sample>
    </>
  )
}
