import { Cloud, Info } from 'lucide-react'
import { Link } from 'react-aria-components'
import { memo, type CSSProperties } from 'react'
import { Checkbox } from '#src/ui/field/checkbox.tsx'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import type { Scene } from './scene.ts'
import styles from './scene-row.module.css'
import { SceneThumbnail } from './scene-thumbnail.tsx'
import { words } from './words.ts'

export type SceneRowProps = {
  scene: Scene
  /** How much of the area asked about it covers; absent while there is no area. */
  coveragePercent?: number
  /** The one being looked at. */
  isFocused: boolean
  isTicked: boolean
  isHovered: boolean
  onFocusChange: (key: string, isFocused: boolean) => void
  onTickChange: (key: string, isTicked: boolean) => void
  onHoverChange: (key: string, isHovered: boolean) => void
  /** Address of the scene's own screen. */
  detailsHref: string
}

// The browser skips the work for rows out of sight and still lets keys, search and screen readers reach them.
// The margin keeps a row that comes into sight clear of a list's sticky header.
const rowStyle: CSSProperties = { contentVisibility: 'auto', containIntrinsicSize: 'auto 55px', scrollMarginTop: 48 }
const hoveredStyle: CSSProperties = { ...rowStyle, backgroundColor: 'var(--overlay-hover)' }

/** One scene in a list. A press looks at it on the map; the box picks it for what comes next. */
export const SceneRow = memo(function SceneRow(props: SceneRowProps) {
  const { scene, coveragePercent, isFocused, isTicked, isHovered, onFocusChange, onTickChange, onHoverChange } = props
  const { key, satellite, datetime, gsdM, cloudCoverPercent, thumbnailUrl } = scene
  return (
    <ListRow
      style={isHovered && !isFocused ? hoveredStyle : rowStyle}
      isSelected={isFocused}
      onPress={() => onFocusChange(key, !isFocused)}
      onHoverChange={(isOver) => onHoverChange(key, isOver)}
      check={
        <Checkbox
          aria-label={words.tick(`${satellite}, ${datetime.slice(0, 10)}`)}
          isSelected={isTicked}
          onChange={(next) => onTickChange(key, next)}
        />
      }
      lead={<SceneThumbnail url={thumbnailUrl} />}
      title={<UtcTime value={datetime} />}
      meta={
        <span className={styles.meta}>
          <span className={styles.satellite}>{satellite}</span>
          {gsdM !== undefined && <span data-figures>{words.gsd(gsdM)}</span>}
          <span data-figures className={styles.cloud} title={words.cloud}>
            <Cloud size={12} aria-hidden />
            {cloudCoverPercent === undefined ? words.unknown : words.percent(cloudCoverPercent)}
            <span className={styles.hidden}> {words.cloud}</span>
          </span>
        </span>
      }
      value={coveragePercent === undefined ? undefined : <Coverage percent={coveragePercent} />}
      actions={
        <Link href={props.detailsHref} aria-label={words.details} className={styles.details}>
          <Info size={15} aria-hidden />
        </Link>
      }
    />
  )
})

/** How much of the area is covered: the figure, and a ring that fills. */
function Coverage({ percent }: { percent: number }) {
  const text = words.covers(percent)
  return (
    <span className={styles.coverage} title={text}>
      <span data-figures>
        <span className={styles.hidden}>{text}</span>
        <span aria-hidden>{words.coverage(percent)}</span>
      </span>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden>
        <circle cx="7" cy="7" r="5.5" fill="none" stroke="var(--line-strong)" strokeWidth="2.5" />
        <circle
          cx="7"
          cy="7"
          r="5.5"
          fill="none"
          stroke="var(--text-muted)"
          strokeWidth="2.5"
          pathLength="100"
          strokeDasharray={`${percent} 100`}
          transform="rotate(-90 7 7)"
        />
      </svg>
    </span>
  )
}
