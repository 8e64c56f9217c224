import { OverMap } from '#src/map/over-map.tsx'
import { halvesOf, useViewBox, type ViewBox } from '#src/map/view-inset.ts'
import { useDesk, type Desk } from '../desk-context.ts'
import { useComparison } from './compare-context.ts'
import type { CompareMode } from './compare-search-params.ts'
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
  const [ofA, ofB] = placesOf(compare.versus, box, compare.divider)
  const isBlink = compare.versus === 'blink'
  return (
    <OverMap>
      {(!isBlink || !isBShown) && (
        <div className={styles.side} style={ofA}>
          <Name letter="A" side={a} other={b} />
        </div>
      )}
      {(!isBlink || isBShown) && (
        <div className={styles.side} style={ofB} data-b={!isBlink || undefined}>
          <Name letter="B" side={b} other={a} />
        </div>
      )}
    </OverMap>
  )
}

type Place = Pick<ViewBox, 'left' | 'top' | 'width'>

/** Where the names of A and B stand: each over its own part of what is seen, or by turns in the same place. */
function placesOf(versus: CompareMode | null, box: ViewBox, divider: number): [a: Place, b: Place] {
  const { left, top, width } = box
  if (versus === 'side') {
    const [a, b] = halvesOf(box).map((half) => ({ left: half.left, top: half.top, width: half.width }))
    return [a!, b!]
  }
  const own = versus === 'swipe' ? (width * divider) / 100 : width
  const ofA = { left, top, width: own }
  return [ofA, versus === 'swipe' ? { left: left + own, top, width: width - own } : ofA]
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
