import { colourings, type Colouring, type FootprintColours } from '#src/scenes/footprint-colours.ts'
import { FootprintLegend } from '#src/scenes/footprint-legend.tsx'
import { mostOutlines } from '#src/scenes/footprints.layer.tsx'
import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import { Slider } from '#src/ui/field/slider.tsx'
import { opaque } from './explore-search-params.ts'
import styles from './map-look.module.css'
import { words } from './words.ts'

type MapLookProps = {
  /** Scenes shown on the map. */
  count: number
  colour: Colouring
  colours: FootprintColours | null
  onColourChange: (colour: Colouring) => void
  /** Whether a quicklook lies on the map. */
  isDraped: boolean
  /** Percent */
  opacity: number
  onOpacityChange: (opacity: number) => void
  onOpacityChangeEnd: (opacity: number) => void
}

/** How the results look on the map: what the colour of outlines tells, and how much quicklooks let through. */
export function MapLook(props: MapLookProps) {
  const { count, colour, colours, onColourChange, isDraped } = props
  return (
    <div className={styles.look}>
      <div className={styles.line}>
        <span className={styles.label}>{words.colourBy}</span>
        <ToggleButtonGroup
          label={words.colourBy}
          options={colourings.map((id) => ({ id, label: words.colourings[id] }))}
          value={colour}
          onChange={onColourChange}
        />
      </div>
      {colours && <FootprintLegend legend={colours.legend} />}
      {count > mostOutlines && <p className={styles.note}>{words.density(mostOutlines, count)}</p>}
      {isDraped && (
        <Slider
          label={words.quicklookOpacity}
          value={props.opacity}
          onChange={props.onOpacityChange}
          onChangeEnd={props.onOpacityChangeEnd}
          min={0}
          max={opaque}
          unit="%"
        />
      )}
    </div>
  )
}
