import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react'
import { useMemo, useRef, useState, type PointerEvent } from 'react'
import { describeBands } from '#src/formula/complete.ts'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { useShortcuts } from '#src/ui/shortcuts/use-shortcuts.ts'
import { useDesk } from '../desk-context.ts'
import { BandAxisView } from './band-axis-view.tsx'
import { BandHandle, type Handle } from './band-handle.tsx'
import { bandAt, bandAxis, bandBeside, bandOrder } from './band-order.ts'
import styles from './bands.module.css'
import { useBandHandles } from './use-band-handles.ts'
import { usePlay } from './use-play.ts'

/**
 * All bands along the wavelength, with those that are shown held in it: drag one, or step with the arrow keys, and the
 * picture follows. A formula's bands are marked.
 */
export function BandStrip() {
  const { scene, picture } = useDesk()
  const { bands } = scene.cog.info
  const axis = useMemo(() => bandAxis(bands), [bands])
  const order = useMemo(() => bandOrder(bands), [bands])
  const { handles, marked, move } = useBandHandles()
  const track = useRef<HTMLDivElement>(null)
  const dragged = useRef<string>(undefined)
  const [pointed, setPointed] = useState<number>()
  const single = picture.show === 'band' ? handles[0] : undefined
  const step = (by: number) => {
    const next = single && bandBeside(single.band, by, bands)
    if (single && next !== undefined) move(single.id, next)
  }
  const play = usePlay(() => step(1))
  useShortcuts(
    single
      ? [
          { keys: '[', does: 'Shorter wavelength', run: () => step(-1) },
          { keys: ']', does: 'Longer wavelength', run: () => step(1) },
          { keys: 'Space', does: 'Fly through the bands, and stop', run: play.toggle },
        ]
      : [],
  )

  const placeOf = ({ band }: Handle) => axis.places[band] ?? 0
  const bandUnder = (event: PointerEvent) => {
    const { left = 0, width = 1 } = track.current?.getBoundingClientRect() ?? {}
    return bandAt((event.clientX - left) / width, axis)
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || handles.length === 0) return
    const under = bandUnder(event)
    const own = (event.target as Element).closest('[data-handle]')?.getAttribute('data-handle')
    const nearest = handles.toSorted(
      (a, b) =>
        Math.abs(axis.places[a.band]! - axis.places[under]!) - Math.abs(axis.places[b.band]! - axis.places[under]!),
    )[0]!
    dragged.current = own ?? nearest.id
    event.currentTarget.setPointerCapture(event.pointerId)
    if (!own) move(dragged.current, under)
    track.current?.querySelector<HTMLElement>(`[data-handle="${dragged.current}"]`)?.focus()
  }
  return (
    <div className={styles.strip}>
      <div className={styles.buttons}>
        <IconButton
          icon={ChevronLeft}
          size="s"
          label="Shorter wavelength"
          shortcut="["
          isDisabled={!single}
          onPress={() => step(-1)}
        />
        <IconButton
          icon={play.isPlaying ? Pause : Play}
          size="s"
          label={play.isPlaying ? 'Stop' : 'Fly through the bands'}
          shortcut="Space"
          isDisabled={!single}
          onPress={play.toggle}
        />
        <IconButton
          icon={ChevronRight}
          size="s"
          label="Longer wavelength"
          shortcut="]"
          isDisabled={!single}
          onPress={() => step(1)}
        />
      </div>
      <div
        ref={track}
        role="group"
        aria-label={axis.unit === 'nm' ? 'Bands by wavelength in nm' : 'Bands by place in the file'}
        className={styles.track}
        onPointerDown={onPointerDown}
        onPointerMove={(event) => {
          const under = bandUnder(event)
          setPointed(under)
          if (dragged.current !== undefined) move(dragged.current, under)
        }}
        onPointerUp={() => (dragged.current = undefined)}
        onPointerCancel={() => (dragged.current = undefined)}
        onPointerLeave={() => setPointed(undefined)}
      >
        <BandAxisView bands={bands} axis={axis} />
        {marked.map(({ band, sign }) => (
          <span key={band} className={styles.mark} style={{ left: `${(axis.places[band] ?? 0) * 100}%` }} aria-hidden>
            {sign}
          </span>
        ))}
        {handles.map((handle) => (
          <BandHandle
            key={handle.id}
            handle={handle}
            place={placeOf(handle)}
            position={order.indexOf(handle.band) + 1}
            count={order.length}
            isTight={handles.some((other) => isTight(placeOf(handle), placeOf(other)))}
            meaning={describeBands([handle.band], bands)}
            onStep={(by) => move(handle.id, bandBeside(handle.band, by, bands) ?? handle.band)}
            onEnd={(end) => move(handle.id, order.at(end === 'first' ? 0 : -1) ?? handle.band)}
          />
        ))}
        {pointed !== undefined && (
          <span
            className={styles.pointed}
            style={{ left: `${(axis.places[pointed] ?? 0) * 100}%` }}
            data-figures
            aria-hidden
          >
            {describeBands([pointed], bands)}
          </span>
        )}
      </div>
    </div>
  )
}

/** A wavelength over a handle takes this share of the narrowest strip. */
const signShare = 0.08

/** Whether another handle stands where the words of this one would. */
function isTight(place: number, other: number): boolean {
  return other > place && other - place < signShare
}
