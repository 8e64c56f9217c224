import { RotateCcw, Undo2, X } from 'lucide-react'
import type { Position } from 'geojson'
import { useDeferredValue, useMemo, useState } from 'react'
import { GeoJsonLayer } from '#src/map/geojson-layer.tsx'
import { useMapTheme } from '#src/map/use-map.ts'
import { usePointPicker } from '#src/map/use-point-picker.ts'
import { CopyButton } from '#src/ui/button/copy-button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import { useShortcuts } from '#src/ui/shortcuts/use-shortcuts.ts'
import { measureParts } from './measure-parts.ts'
import { measuredInWords, measuredShapes, type MeasureKind } from './measured.ts'
import styles from './measure-tool.module.css'
import { words } from './words.ts'

const kinds = (['distance', 'area'] as const).map((id) => ({ id, label: words.kinds[id] }))

/** Measures ways and figures on the map while it is mounted: over the ellipsoid, by the shortest way between the places. */
export function MeasureTool({ onClose }: { onClose: () => void }) {
  const [kind, setKind] = useState<MeasureKind>('distance')
  const [places, setPlaces] = useState<readonly Position[]>([])
  const [pointer, setPointer] = useState<Position | null>(null)
  const [isDone, setDone] = useState(false)
  const theme = useMapTheme()

  const takeBack = () => {
    setPlaces(places.slice(0, -1))
    setDone(false)
    setPointer(null)
  }
  usePointPicker({
    onPoint: (at) => {
      setPlaces(isDone ? [at] : [...places, at])
      setDone(false)
      // It is where the last place is, until it moves.
      setPointer(null)
    },
    onTwice: () => setDone(true),
    onMove: setPointer,
    onFinish: () => setDone(places.length > 0),
    onUndo: takeBack,
    // What was measured so far stays to be read.
    onEscape: () => (places.length > 0 && !isDone ? setDone(true) : onClose()),
    onClose,
  })
  useShortcuts([
    { keys: '← ↑ → ↓', does: words.keys.crosshair },
    { keys: 'Enter', does: words.keys.press },
    { keys: 'Ctrl+Enter', does: words.keys.finish },
    { keys: 'Backspace', does: words.takeBack },
    { keys: 'Esc', does: words.keys.leave },
  ])

  // The way to the pointer is shown and counted, as long as there is more to come.
  const measured = useMemo(
    () => (pointer && places.length > 0 && !isDone ? [...places, pointer] : places),
    [places, pointer, isDone],
  )
  const shown = useDeferredValue(measured)
  const shapes = useMemo(() => measuredShapes(kind, shown), [kind, shown])
  const parts = useMemo(() => measureParts(theme), [theme])
  return (
    <div className={styles.tool} role="group" aria-label={words.measure}>
      <GeoJsonLayer name="measure" slot="drawing" order={8} data={shapes} parts={parts} />
      <div className={styles.row}>
        <ToggleButtonGroup label={words.what} options={kinds} value={kind} onChange={setKind} />
        <span className={styles.gap} />
        <IconButton
          size="s"
          icon={Undo2}
          label={words.takeBack}
          shortcut="Backspace"
          isDisabled={places.length === 0}
          onPress={takeBack}
        />
        <IconButton
          size="s"
          icon={RotateCcw}
          label={words.again}
          isDisabled={places.length === 0}
          onPress={() => {
            setPlaces([])
            setDone(false)
          }}
        />
        <IconButton size="s" icon={X} label={words.close} onPress={onClose} />
      </div>
      <div className={styles.row}>
        <output className={styles.figures} data-figures>
          {measuredInWords(kind, shown) || <span className={styles.hint}>{words.hint}</span>}
        </output>
        {places.length > 1 && <CopyButton isIconOnly label={words.copy} text={measuredInWords(kind, places)} />}
      </div>
    </div>
  )
}
