import { useEffect, useEffectEvent, useState } from 'react'
import type { Scene } from '#src/scenes/scene.ts'
import { SceneThumbnail } from '#src/scenes/scene-thumbnail.tsx'
import { words as sceneWords } from '#src/scenes/words.ts'
import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import { formatNumber } from '#src/ui/data/format-number.ts'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import styles from './compare-pair.module.css'
import { words } from './words.ts'

type ComparePairProps = {
  pair: readonly [Scene, Scene]
  coverage: ReadonlyMap<string, number>
  /** The scene whose quicklook has to go for the other to be seen; null: none. */
  onHide: (key: string | null) => void
}

const blinkMs = 900
const ways = ['both', 'first', 'second', 'blink'] as const

/** Two scenes side by side, in pictures and figures; on the map one, the other, or in turn. */
export function ComparePair({ pair, coverage, onHide }: ComparePairProps) {
  const [way, setWay] = useState<(typeof ways)[number]>('both')
  const [first, second] = pair
  const hide = useEffectEvent((key: string | null) => onHide(key))

  useEffect(() => {
    hide(way === 'first' ? second.key : way === 'both' ? null : first.key)
    if (way !== 'blink') return
    let isFirstHidden = true
    const timer = setInterval(() => {
      isFirstHidden = !isFirstHidden
      hide(isFirstHidden ? first.key : second.key)
    }, blinkMs)
    return () => clearInterval(timer)
  }, [way, first.key, second.key])
  useEffect(() => () => hide(null), [])

  return (
    <div className={styles.compare}>
      <table className={styles.table}>
        <caption className={styles.hidden}>{words.compared}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {words.acquired}
            </th>
            {pair.map((scene) => (
              <th key={scene.key} scope="col">
                <SceneThumbnail url={scene.thumbnailUrl} alt={sceneWords.quicklookOf(scene.title)} size="l" />
                <UtcTime value={scene.datetime} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody data-figures>
          {rowsOf(coverage).map(({ label, tell }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {pair.map((scene) => (
                <td key={scene.key}>{tell(scene) ?? '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ToggleButtonGroup
        label={words.onMap}
        options={ways.map((id) => ({ id, label: words.compareWays[id] }))}
        value={way}
        onChange={setWay}
        isWide
      />
    </div>
  )
}

type Row = { label: string; tell: (scene: Scene) => string | undefined }

function rowsOf(coverage: ReadonlyMap<string, number>): Row[] {
  const figure = (value: number | undefined, digits: number, unit: string) =>
    value === undefined ? undefined : `${formatNumber(value, digits)} ${unit}`
  return [
    { label: words.satellite, tell: ({ satellite }) => satellite },
    { label: words.cloud, tell: ({ cloudCoverPercent }) => figure(cloudCoverPercent, 1, '%') },
    {
      label: words.coversArea,
      tell: ({ key }) => {
        const percent = coverage.get(key)
        return percent === undefined ? undefined : sceneWords.coverage(percent)
      },
    },
    { label: words.gsdShort, tell: ({ gsdM }) => figure(gsdM, 1, 'm') },
    { label: words.offNadir, tell: ({ offNadirDeg }) => figure(offNadirDeg, 1, '°') },
    { label: words.sunElevation, tell: ({ sunElevationDeg }) => figure(sunElevationDeg, 1, '°') },
  ]
}
