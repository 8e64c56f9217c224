import {
  Circle,
  Hexagon,
  Keyboard,
  Lasso,
  Maximize,
  PenTool,
  RectangleHorizontal,
  Redo2,
  Scissors,
  Trash2,
  Undo2,
  type LucideIcon,
} from 'lucide-react'
import type { Ref } from 'react'
import { Toolbar } from 'react-aria-components'
import type { DrawMode } from '#src/map/draw-area.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { ToggleButton } from '#src/ui/button/toggle-button.tsx'
import styles from './area-section.module.css'
import { words } from './words.ts'

const tools: readonly { mode: DrawMode; icon: LucideIcon }[] = [
  { mode: 'rectangle', icon: RectangleHorizontal },
  { mode: 'polygon', icon: Hexagon },
  { mode: 'circle', icon: Circle },
  { mode: 'freehand', icon: Lasso },
]

/** The tool in hand: a drawing mode, or the text field. */
export type AreaTool = DrawMode | 'text' | null

type AreaToolsProps = {
  tool: AreaTool
  onToolChange: (tool: AreaTool) => void
  hasArea: boolean
  history: { undo: boolean; redo: boolean }
  onUndo: () => void
  onRedo: () => void
  onZoom: () => void
  onRemove: () => void
  ref?: Ref<HTMLDivElement>
}

/** One row of tools; arrow keys move between them. */
export function AreaTools(props: AreaToolsProps) {
  const { tool, onToolChange, hasArea, history, onUndo, onRedo, onZoom, onRemove, ref } = props
  const toggle = (mode: AreaTool & string, label: string, icon: LucideIcon, isDisabled = false) => (
    <ToggleButton
      key={mode}
      label={label}
      icon={icon}
      isIconOnly
      isDisabled={isDisabled}
      isSelected={tool === mode}
      onChange={(isOn) => onToolChange(isOn ? mode : null)}
    />
  )
  return (
    <Toolbar ref={ref} aria-label={words.drawTools} className={styles.tools}>
      {tools.map(({ mode, icon }) => toggle(mode, words.tools[mode], icon))}
      {toggle('text', words.typeCoordinates, Keyboard)}
      <span className={styles.gap} />
      {toggle('edit', words.tools.edit, PenTool, !hasArea)}
      {toggle('split', words.tools.split, Scissors, !hasArea)}
      <IconButton icon={Undo2} label={words.undo} shortcut="Ctrl+Z" isDisabled={!history.undo} onPress={onUndo} />
      <IconButton icon={Redo2} label={words.redo} isDisabled={!history.redo} onPress={onRedo} />
      <IconButton icon={Maximize} label={words.zoomToArea} isDisabled={!hasArea} onPress={onZoom} />
      <IconButton icon={Trash2} label={words.removeArea} isDisabled={!hasArea} onPress={onRemove} />
    </Toolbar>
  )
}
