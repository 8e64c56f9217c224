import { Cloud, Info } from 'lucide-react'
import { memo, type CSSProperties } from 'react'
import { Link } from 'react-router'
import { Checkbox } from '#src/ui/field/checkbox.tsx'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import type { VirtualRow } from '#src/ui/data/virtual-list.tsx'
import type { Scene } from './scene.ts'
import styles from './scene-row.module.css'
import { SceneThumbnail } from './scene-thumbnail.tsx'
import { SourceMark } from './source-mark.tsx'
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
  row: VirtualRow
}

/** One scene in a list. A press looks at it on the map; the box, or Space, picks it for what comes next. */
export const SceneRow = memo(function SceneRow(props: SceneRowProps) {
  const { scene, coveragePercent, isFocused, isTicked, isHovered, onFocusChange, onTickChange, onHoverChange, row } =
    props
  const { key, satellite, datetime, gsdM, cloudCoverPercent, thumbnailUrl, sources } = scene
  return (
    <ListRow
      virtual={row}
      isPointed={isHovered}
      isSelected={isFocused}
      onPress={() => onFocusChange(key, !isFocused)}
      onHoverChange={(isOver) => onHoverChange(key, isOver)}
      check={
        <Checkbox
          aria-label={words.tick(`${satellite}, ${datetime.slice(0, 10)}`)}
          excludeFromTabOrder={!row.isTabStop}
          isSelected={isTicked}
          onChange={(next) => onTickChange(key, next)}
        />
      }
      lead={<SceneThumbnail url={thumbnailUrl} />}
      title={
        <>
          <UtcTime value={datetime} />
          <SourceMark sources={sources} />
        </>
      }
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
        <Link
          to={props.detailsHref}
          aria-label={words.details}
          tabIndex={row.isTabStop ? undefined : -1}
          className={styles.details}
        >
          <Info size={15} aria-hidden />
        </Link>
      }
    />
  )
}, isSameRow)

/** A list makes the place of each row anew whenever it is drawn. */
function isSameRow({ row: a, ...before }: SceneRowProps, { row: b, ...now }: SceneRowProps): boolean {
  return hasSameValues(a, b) && hasSameValues(before, now)
}

function hasSameValues<Some extends object>(a: Some, b: Some): boolean {
  const names = Object.keys(b) as (keyof Some)[]
  return Object.keys(a).length === names.length && names.every((name) => Object.is(a[name], b[name]))
}

/** How much of the area is covered: the figure, and a ring that fills. */
function Coverage({ percent }: { percent: number }) {
  return (
    <span data-figures className={styles.coverage} title={words.covers(percent)}>
      {words.coverage(percent)}
      <span className={styles.hidden}>{words.ofArea}</span>
      <span aria-hidden className={styles.ring} style={{ '--share': `${percent}%` } as CSSProperties} />
    </span>
  )
}
