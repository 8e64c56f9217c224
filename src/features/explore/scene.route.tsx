import { Panel } from '#src/ui/panel/panel.tsx'

export function Component() {
  return <Panel title="Scene">{null}</Panel>
}
