import { OverMap } from '#src/map/over-map.tsx'
import { useViewBox } from '#src/map/view-inset.ts'
import { useDesk, type Desk } from '../desk-context.ts'
import { useComparison } from './compare-context.ts'
import styles from './compare.module.css'
import { pictureName } from './picture-name.ts'
import { words } from './words.ts'

/** Says on the map which picture is where. */
export function SideNames() {
  const a = useDesk()
  const { compare, b, isBShown, difference } = useComparison()
  const box = useViewBox()
  if (!box || !b) return null
  if (compare.versus === 'difference') {
    if (difference.kind !== 'ready') return null
    const what = words.difference(sideName(a, b), sideName(b, a))
    return (
      <OverMap>
        <div className={styles.side} style={{ left: box.left, width: box.width, top: box.top }}>
          <span className={styles.name} title={what}>
            {what}
          </span>
        </div>
      </OverMap>
    )
  }
  const isBlink = compare.versus === 'blink'
  const middle = isBlink ? 100 : compare.versus === 'side' ? 50 : compare.divider
  const at = (percent: number) => box.left + (box.width * percent) / 100
  return (
    <OverMap>
      {(!isBlink || !isBShown) && (
        <div className={styles.side} style={{ left: box.left, width: at(middle) - box.left, top: box.top }}>
          <Name letter="A" side={a} other={b} />
        </div>
      )}
      {(!isBlink || isBShown) && (
        <div
          className={styles.side}
          style={
            isBlink
              ? { left: box.left, width: box.width, top: box.top }
              : { left: at(middle), width: at(100) - at(middle), top: box.top }
          }
          data-b={!isBlink || undefined}
        >
          <Name letter="B" side={b} other={a} />
        </div>
      )}
    </OverMap>
  )
}

function Name({ letter, side, other }: { letter: 'A' | 'B'; side: Desk; other: Desk }) {
  const what = sideName(side, other)
  return (
    <span className={styles.name} title={letter === 'A' ? words.a(what) : words.b(what)}>
      <span className={styles.letter}>{letter}</span>
      {what}
    </span>
  )
}

/** What a side shows: with its date where the two have not the same. */
export function sideName({ scene, picture }: Desk, other: Desk): string {
  const name = pictureName(picture, scene.cog.info.bands)
  if (scene.key === other.scene.key) return name
  const date = scene.title.split(', ').at(-1)
  return `${name}, ${date}`
}
