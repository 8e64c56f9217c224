import { Crosshair, Hexagon, MapPin } from 'lucide-react'
import { useRef, useState } from 'react'
import { Toolbar } from 'react-aria-components'
import { parseCoordinate } from '#src/geo/parse-coordinate.ts'
import { pixelToLngLat } from '#src/imagery/raster-grid.ts'
import { useMap } from '#src/map/use-map.ts'
import { Button } from '#src/ui/button/button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { ToggleButton } from '#src/ui/button/toggle-button.tsx'
import { TextField } from '#src/ui/field/text-field.tsx'
import { Popover } from '#src/ui/overlay/popover.tsx'
import { useShortcuts } from '#src/ui/shortcuts/use-shortcuts.ts'
import { useDesk } from '../desk-context.ts'
import { pixelAt, type Pixel } from '#src/imagery/read-spectrum.ts'
import { useSpectra } from './spectra-context.ts'
import styles from './spectra.module.css'
import { words } from './words.ts'

/** Ways to a spectrum besides a click on the picture. */
export function PinTools() {
  const { tool, setTool } = useSpectra()
  const { cog } = useDesk().scene
  const map = useMap()
  const { width, height } = cog.info.grid
  const middle = (): Pixel => {
    const { lng, lat } = map?.getCenter().wrap() ?? { lng: Number.NaN, lat: Number.NaN }
    return pixelAt(cog, [lng, lat]) ?? { x: width >> 1, y: height >> 1 }
  }
  const drawRegion = () => setTool(tool?.kind === 'draw' ? null : { kind: 'draw' })
  const moveCrosshair = () => setTool(tool?.kind === 'crosshair' ? null : { kind: 'crosshair', at: middle() })
  useShortcuts([
    { keys: 'R', does: words.drawRegion, run: drawRegion },
    { keys: 'X', does: words.crosshair, run: moveCrosshair },
  ])
  return (
    <Toolbar aria-label={words.tools} className={styles.tools}>
      <ToggleButton
        icon={Hexagon}
        label={words.drawRegion}
        isIconOnly
        shortcut="R"
        isSelected={tool?.kind === 'draw'}
        onChange={drawRegion}
      />
      <ToggleButton
        icon={Crosshair}
        label={words.crosshair}
        isIconOnly
        shortcut="X"
        isSelected={tool?.kind === 'crosshair'}
        onChange={moveCrosshair}
      />
      <PinAtCoordinates />
    </Toolbar>
  )
}

function PinAtCoordinates() {
  const { addPoint } = useSpectra()
  const { cog } = useDesk().scene
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  return (
    <Popover
      label={words.coordinates}
      trigger={<IconButton icon={MapPin} label={words.coordinates} />}
      placement="top end"
    >
      {(close) => (
        <form
          className={styles.coordinates}
          onSubmit={(event) => {
            event.preventDefault()
            const read = parseCoordinate(text)
            if (!read.ok) return setError(read.message)
            if (!pixelAt(cog, read.lngLat)) return setError(words.coordinatesOutside)
            addPoint(read.lngLat)
            setText('')
            close()
          }}
        >
          <TextField
            label={words.coordinates}
            description={words.coordinatesHint}
            placeholder="52.3906, 13.0645"
            autoFocus
            value={text}
            onChange={(typed) => {
              setText(typed)
              setError(undefined)
            }}
            {...(error !== undefined && { error })}
          />
          <Button type="submit" tone="primary" size="s">
            {words.coordinatesPin}
          </Button>
        </form>
      )}
    </Popover>
  )
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Takes the keys while there is a crosshair on the map; it is in the dock, as a map can not hold the focus for it. */
export function CrosshairKeys({ at }: { at: Pixel }) {
  const { setTool, addPoint } = useSpectra()
  const { grid } = useDesk().scene.cog.info
  const box = useRef<HTMLDivElement>(null)
  const clamp = (value: number, size: number) => Math.min(size - 1, Math.max(0, value))
  return (
    <div
      ref={(element) => {
        if (element && !box.current) element.focus()
        box.current = element
      }}
      role="application"
      aria-label={`${words.crosshair}. ${words.crosshairHelp}`}
      tabIndex={0}
      className={styles.crosshairKeys}
      onKeyDown={(event) => {
        const [dx, dy] = steps[event.key] ?? []
        if (dx !== undefined && dy !== undefined) {
          const factor = event.shiftKey ? 10 : 1
          const next = { x: clamp(at.x + dx * factor, grid.width), y: clamp(at.y + dy * factor, grid.height) }
          setTool({ kind: 'crosshair', at: next })
        } else if (event.key === 'Enter') addPoint(pixelToLngLat(grid, at.x + 0.5, at.y + 0.5))
        else if (event.key === 'Escape') setTool(null)
        else return
        event.preventDefault()
      }}
    >
      <span role="status" data-figures>
        {words.crosshairAt(at.x, at.y)}
      </span>
      <span className={styles.note}>{words.crosshairHelp}</span>
    </div>
  )
}
