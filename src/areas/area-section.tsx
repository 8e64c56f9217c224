import { useRef, useState } from 'react'
import { areaKm2 } from '#src/geo/area-km2.ts'
import { formatAreaKm2 } from '#src/geo/format-area.ts'
import type { Area } from '#src/geo/rings.ts'
import { vertexCount } from '#src/geo/vertex-count.ts'
import { DrawArea, type DrawHandle, type DrawMeasure } from '#src/map/draw-area.tsx'
import { useFitBounds } from '#src/map/fit-bounds.ts'
import { Section } from '#src/ui/panel/section.tsx'
import { AreaFindings } from './area-findings.tsx'
import { AreaText } from './area-text.tsx'
import { AreaTools, type AreaTool } from './area-tools.tsx'
import styles from './area-section.module.css'
import { checkArea, type CheckedArea, type Finding } from './checked-area.ts'
import { words } from './words.ts'

type AreaSectionProps = {
  area: Area | null
  checked: CheckedArea | null
  tool: AreaTool
  onToolChange: (tool: AreaTool) => void
  onChange: (area: Area | null) => void
  /** What the service has against it. */
  refusals?: readonly string[]
  /** The address speaks of an area that can not be read. */
  isAddressUnread?: boolean
}

/** Draw the area, or type it; its size, and in words what is wrong with it. */
export function AreaSection(props: AreaSectionProps) {
  const { area, checked, tool, onToolChange, onChange, refusals = [], isAddressUnread = false } = props
  const draw = useRef<DrawHandle>(null)
  const tools = useRef<HTMLDivElement>(null)
  const [measure, setMeasure] = useState<DrawMeasure | null>(null)
  const [reading, setReading] = useState<{ of: Area; notes: readonly string[] }>()
  const [history, setHistory] = useState({ undo: false, redo: false })
  const fit = useFitBounds()
  const mode = tool === 'text' ? null : tool
  // The hand may hold a shape that is not finished; else the area speaks, also before the map is there.
  const shown = (mode && measure) || (area && { areaKm2: areaKm2(area), vertexCount: vertexCount(area) })
  const closeText = () => {
    onToolChange(null)
    tools.current?.querySelector<HTMLElement>(`[aria-label="${words.typeCoordinates}"]`)?.focus()
  }
  const size = shown && (mode || checked?.isMeasurable) ? formatAreaKm2(shown.areaKm2) : ''
  return (
    <Section
      title={words.area}
      summary={
        <span data-figures className={styles.measure}>
          {shown ? [size, words.corners(shown.vertexCount)].filter(Boolean).join(' · ') : words.areaNone}
        </span>
      }
    >
      <DrawArea
        ref={draw}
        mode={mode}
        value={area}
        onChange={onChange}
        onFinish={() => onToolChange(null)}
        onCancel={() => onToolChange(null)}
        onMeasure={setMeasure}
        onHistory={setHistory}
      />
      <AreaTools
        ref={tools}
        tool={tool}
        onToolChange={onToolChange}
        hasArea={area !== null}
        history={history}
        onUndo={() => draw.current?.undo()}
        onRedo={() => draw.current?.redo()}
        onZoom={() => area && fit(area)}
        onRemove={() => {
          onChange(null)
          if (tool === 'edit') onToolChange(null)
        }}
      />
      {mode && <p className={styles.hint}>{words.hints[mode]}</p>}
      {tool === 'text' && (
        <AreaText
          area={area}
          onUse={(typed, notes) => {
            onChange(typed)
            setReading({ of: typed, notes })
            fit(typed)
            // What is wrong with it is mended here: the text stays.
            if (checkArea(typed).usable) closeText()
          }}
          onClose={closeText}
        />
      )}
      <AreaFindings
        findings={[...(isAddressUnread ? [unread] : []), ...(checked?.findings ?? []), ...refusals.map(toError)]}
        onFix={onChange}
        notes={[
          ...(reading?.of === area && reading.notes.length > 0 ? [words.asRead(reading.notes)] : []),
          ...(checked?.notes ?? []),
        ]}
      />
    </Section>
  )
}

const toError = (message: string): Finding => ({ severity: 'error', message })
const unread = toError(words.addressUnread)
