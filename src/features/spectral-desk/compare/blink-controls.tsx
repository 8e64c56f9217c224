import { Pause, Play, RefreshCw } from 'lucide-react'
import { prefersReducedMotion } from '#src/map/reduced-motion.ts'
import { Button } from '#src/ui/button/button.tsx'
import { Slider } from '#src/ui/field/slider.tsx'
import { useDesk } from '../desk-context.ts'
import { useComparison } from './compare-context.ts'
import { blinkMs } from './compare-search-params.ts'
import styles from './compare.module.css'
import { sideName } from './side-names.tsx'
import { words } from './words.ts'

/** The two pictures take turns: by themselves at a rate, or by hand. */
export function BlinkControls() {
  const a = useDesk()
  const { compare, changeCompare, b, isBShown, flip, isPlaying, play } = useComparison()
  const isStill = prefersReducedMotion()
  return (
    <>
      <div className={styles.blink}>
        {!isStill && (
          <Button size="s" icon={isPlaying ? Pause : Play} onPress={() => play(!isPlaying)}>
            {isPlaying ? words.pause : words.play}
          </Button>
        )}
        <Button size="s" icon={RefreshCw} onPress={flip}>
          {words.flip}
        </Button>
      </div>
      {isStill ? (
        <p className={styles.note}>{words.still}</p>
      ) : (
        <Slider
          label={words.each}
          value={compare['blink-ms'] / 1000}
          onChange={(seconds) => changeCompare({ 'blink-ms': Math.round(seconds * 1000) })}
          min={blinkMs.min / 1000}
          max={blinkMs.max / 1000}
          step={0.05}
          digits={2}
          unit="s"
        />
      )}
      {b && !isPlaying && (
        <p className={styles.note} role="status">
          {isBShown ? words.now('B', sideName(b, a)) : words.now('A', sideName(a, b))}
        </p>
      )}
    </>
  )
}
