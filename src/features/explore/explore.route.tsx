import { Panel } from '#src/ui/panel/panel.tsx'

export function Component() {
  return (
    <Panel title="Explore">
      <title>Explore – Swath</title>
      {null}
    </Panel>
  )
}
